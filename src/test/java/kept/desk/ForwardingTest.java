package kept.desk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ForwardingTest {
  @Test
  void northAmericaDialsStarSeventyTwo() {
    var forwarding = Forwarding.to("+14155550137");

    assertThat(forwarding.code()).isEqualTo("*72 415 555 0137");
    assertThat(forwarding.dialled()).isEqualTo("*724155550137");
    assertThat(forwarding.undo()).isEqualTo("*73");
    assertThat(forwarding.otherwise()).contains("**21*+14155550137#", "##21#");
  }

  @Test
  void elsewhereItIsTheCodeOfMobileNetworks() {
    var forwarding = Forwarding.to("+442079460137");

    assertThat(forwarding.code()).isEqualTo("**21*+442079460137#");
    assertThat(forwarding.dialled()).isEqualTo(forwarding.code());
    assertThat(forwarding.undo()).isEqualTo("##21#");
  }
}
