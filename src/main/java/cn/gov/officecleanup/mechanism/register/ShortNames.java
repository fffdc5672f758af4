package cn.gov.officecleanup.mechanism.register;

import java.util.Map;

/** What offices are called when nobody writes their full name: 洛阳市驻郑办事处 is 洛阳市人民政府驻郑州办事处. */
final class ShortNames {

  /** cities whose short form is not the first character of their name */
  private static final Map<String, String> SHORT_FORMS = Map.of("北京", "京", "上海", "沪", "重庆", "渝", "广州", "穗", "成都", "蓉");

  private ShortNames() {
  }

  /** @return the short name; the name itself where it is of another form */
  static String of(String name, String hostCityName) {
    String city = hostCityName.replaceFirst("市$", "");
    String bare = name.replace("人民政府", "");
    return city.isEmpty() ? bare : bare.replace("驻" + city, "驻" + SHORT_FORMS.getOrDefault(city, city.substring(0, 1)));
  }
}
