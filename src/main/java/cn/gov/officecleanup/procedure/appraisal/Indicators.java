package cn.gov.officecleanup.procedure.appraisal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The indicators of a year, as they were when it began to be appraised. */
record Indicators(List<Indicator> all) {

  private static final int WHOLE = 100;
  private static final int DEVELOPMENT_AT_LEAST = 60;
  private static final BigDecimal HUNDRED = new BigDecimal(WHOLE);

  /** @throws IllegalArgumentException when they do not come to 100, the first three to less than 60, or two have one key */
  Indicators {
    all = List.copyOf(all);
    require(all.stream().allMatch(indicator -> indicator.weight() > 0), "权重应为正整数");
    int sum = all.stream().mapToInt(Indicator::weight).sum();
    require(sum == WHOLE, "权重合计应为100，现为%d".formatted(sum));
    int development = all.stream().filter(Indicator::development).mapToInt(Indicator::weight).sum();
    require(development >= DEVELOPMENT_AT_LEAST, "区域经济合作、社会管理、公共服务合计不得少于60，现为%d".formatted(development));
    Set<String> keys = new HashSet<>();
    require(all.stream().allMatch(indicator -> keys.add(indicator.key())), "指标重复");
  }

  /**
   * @param points 0 to 100, by the indicators' keys
   * @return sum of weight by points, divided by 100, exact, and rounded half up to two places once in the end
   * @throws IllegalArgumentException when points of an indicator are missing, unknown or beyond 0 to 100
   */
  BigDecimal score(Map<String, BigDecimal> points) {
    require(points.keySet().equals(all.stream().map(Indicator::key).collect(Collectors.toSet())), "各项指标都应评分");
    require(points.values().stream().allMatch(point -> point.signum() >= 0 && point.compareTo(HUNDRED) <= 0), "评分应在0至100之间");
    return all.stream()
        .map(indicator -> points.get(indicator.key()).multiply(BigDecimal.valueOf(indicator.weight())))
        .reduce(BigDecimal.ZERO, BigDecimal::add)
        .movePointLeft(2)
        .setScale(2, RoundingMode.HALF_UP);
  }

  private static void require(boolean condition, String otherwise) {
    if (!condition) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
