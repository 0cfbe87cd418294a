/// What Kept costs, measured from outside on data of full size.
@org.jspecify.annotations.NullMarked
package kept.bench;
