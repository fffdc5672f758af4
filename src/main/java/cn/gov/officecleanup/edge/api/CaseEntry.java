package cn.gov.officecleanup.edge.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.OffsetDateTime;

/** A case, as other systems read it. */
@Schema(name = "Case", description = "案件")
record CaseEntry(@Schema(description = "案号，不变，可作标识", example = "BL-2015-0001") String caseNumber,
    @Schema(description = "程序的代码") String procedure, @Schema(description = "程序的名称") String procedureName,
    @Schema(description = "案件标题") String title, @Schema(description = "所属派出地政府的代码（GB/T 2260）") String governmentCode,
    @Schema(description = "所属派出地政府的名称") String governmentName,
    @Schema(description = "所涉办事机构的登记编号；不涉及机构的为空", nullable = true) String registerNumber,
    @Schema(description = "由哪个案件产生；独立的案件为空", nullable = true) String parentCaseNumber,
    @Schema(description = "立案时间") OffsetDateTime openedAt, @Schema(description = "结案时间；尚未结案的为空", nullable = true) OffsetDateTime closedAt,
    @Schema(description = "是否全部办结：已结案，且没有未办完的环节") boolean finished) {
}
