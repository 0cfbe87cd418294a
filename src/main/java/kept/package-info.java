/// Kept: the customer-service desk that a small business runs by itself.
@org.jspecify.annotations.NullMarked
package kept;
