package cn.gov.officecleanup.procedure.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.officecleanup.mechanism.identity.Official;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** C14: no complaint is handled by whom it is about. */
class WhoMayHandleTest {

  private static final String SENDER = "410300";
  private static final String PROVINCE = "410000";

  private static WhoMayHandle about(Long office, boolean government, boolean bureau, String... people) {
    return new WhoMayHandle(new Named(office, government, bureau, Set.of(people)), SENDER, PROVINCE);
  }

  private static Official official(String name, String... groups) {
    return new Official(name, name, Set.of(groups));
  }

  @Test
  void theOfficeAndItsHeadStayAwayAndItsGovernmentHandlesIt() {
    WhoMayHandle rules = about(7L, false, false);
    assertThat(rules.excludes(official("甲", "office7"))).isTrue();
    assertThat(rules.excludes(official("甲", "office7Head"))).isTrue();
    assertThat(rules.excludes(official("甲", "office8"))).isFalse();
    assertThat(rules.excludes(official("甲", "gov410300"))).isFalse();
    assertThat(rules.handler("gov410300")).contains("gov410300");
  }

  @Test
  void aGovernmentWhoseHeadOrOfficeIsNamedStaysAwayAsAWhole() {
    WhoMayHandle rules = about(7L, true, false);
    for (String group : new String[]{"gov410300", "gov410300Leader", "gov410300Finance", "gov410300Petition"}) {
      assertThat(rules.excludes(official("甲", group))).as(group).isTrue();
    }
    assertThat(rules.excludes(official("甲", "gov410400"))).isFalse();
    assertThat(rules.handler("gov410300")).contains("provincialBureau");
    assertThat(rules.handler("provincialBureau")).contains("provincialBureau");
  }

  @Test
  void whereTheBureauIsNamedTheProvincialGovernmentHandlesIt() {
    WhoMayHandle rules = about(null, false, true);
    for (String group : new String[]{"provincialBureau", "provincialBureauLeader", "provincialBureauPetition"}) {
      assertThat(rules.excludes(official("甲", group))).as(group).isTrue();
    }
    assertThat(rules.handler("provincialBureau")).contains("gov410000");
    assertThat(about(7L, true, true).handler("gov410300")).contains("gov410000");
  }

  @Test
  void whereTheProvincialGovernmentIsNamedWithTheBureauNobodyIsLeft() {
    WhoMayHandle rules = new WhoMayHandle(new Named(null, true, true, Set.of()), PROVINCE, PROVINCE);
    assertThat(rules.handler("provincialBureau")).isEmpty();
  }

  @Test
  void whoIsNamedStaysAwayInWhateverGroup() {
    WhoMayHandle rules = about(null, false, false, "王某某");
    assertThat(rules.excludes(official("王某某", "gov410300"))).isTrue();
    assertThat(rules.excludes(official("王某某", "provincialBureau"))).isTrue();
    assertThat(rules.excludes(official("李某某", "gov410300"))).isFalse();
  }

  @Test
  void whoStandsInForAColleagueIsAskedOfAllGroupsOfThatMoment() {
    assertThat(about(7L, false, false).excludes(official("甲", "gov410300", "office7"))).isTrue();
  }
}
