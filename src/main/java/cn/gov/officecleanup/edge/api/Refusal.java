package cn.gov.officecleanup.edge.api;

import io.swagger.v3.oas.annotations.media.Schema;

/** What a refusal looks like, for the description: every interface answers it in the one shape of {@code edge.web.Problem}. */
@Schema(name = "Problem", description = "没有办成的原因（RFC 9457）")
record Refusal(@Schema(description = "固定为about:blank") String type, @Schema(description = "状态的名称") String title,
    @Schema(description = "HTTP状态码") int status, @Schema(description = "原因和办法，一句话") String detail,
    @Schema(description = "原因的代码，不变") String code) {
}
