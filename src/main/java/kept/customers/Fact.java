package kept.customers;

/// Something they gave us once ("Side gate code": "4417"), so nobody asks again.
public record Fact(String label, String value) {}
