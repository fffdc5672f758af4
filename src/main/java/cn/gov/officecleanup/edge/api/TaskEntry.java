package cn.gov.officecleanup.edge.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;

/** An open task, as other systems read it: who has taken it on is not told. */
@Schema(name = "Task", description = "待办环节")
record TaskEntry(@Schema(description = "标识，不变") String id, @Schema(description = "案号") String caseNumber,
    @Schema(description = "程序的代码") String procedure, @Schema(description = "环节的代码") String step,
    @Schema(description = "环节的名称") String stepName, @Schema(description = "由哪些组办理（组的代码）") List<String> groups,
    @Schema(description = "是否已有人签收") boolean taken, @Schema(description = "环节开始的时间") OffsetDateTime createdAt,
    @Schema(description = "期限的最后一天（含当日）；没有期限的为空", nullable = true) LocalDate lastDay, @Schema(description = "是否逾期") boolean late) {
}
