package cn.gov.officecleanup.mechanism.identity;

import cn.gov.officecleanup.mechanism.province.Province;
import org.springframework.stereotype.Component;

/** Names the groups of the province to models: their ids carry the province's code, which models do not know. */
@Component
public class ProvincialGroups {

  private final Province province;

  ProvincialGroups(Province province) {
    this.province = province;
  }

  /** @return the group of the provincial government's officials, e.g. {@code gov410000} */
  public String government() {
    return Groups.officialsOf(province.code());
  }

  /** @return the group of the provincial government's leader in charge, who signs for it, e.g. {@code gov410000Leader} */
  public String governmentLeader() {
    return Groups.leaderOf(province.code());
  }
}
