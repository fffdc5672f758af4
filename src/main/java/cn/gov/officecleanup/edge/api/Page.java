package cn.gov.officecleanup.edge.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.function.Function;

/** A part of a list. */
record Page<T>(@Schema(description = "本页内容，按固定的顺序") List<T> items,
    @Schema(description = "下一页的起点，作为参数after再次请求；为空表示没有更多", nullable = true) String next) {

  /** @param found one more than the page holds, where there are more */
  static <S, T> Page<T> of(List<S> found, int size, Function<List<S>, List<T>> shown, Function<S, String> place) {
    List<S> here = found.subList(0, Math.min(size, found.size()));
    return new Page<>(shown.apply(here), found.size() > size ? place.apply(here.get(size - 1)) : null);
  }
}
