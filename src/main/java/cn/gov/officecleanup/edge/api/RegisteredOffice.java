package cn.gov.officecleanup.edge.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.time.OffsetDateTime;

/** An office of the register, as other systems read it. */
@Schema(name = "Office", description = "登记册中的办事机构")
record RegisteredOffice(@Schema(description = "登记编号，不变，可作标识") String registerNumber, @Schema(description = "机构名称") String name,
    @Schema(description = "派出地政府的代码（GB/T 2260）") String governmentCode,
    @Schema(description = "派出部门；由政府派出的为空", nullable = true) String departmentName,
    @Schema(description = "驻在城市的代码（GB/T 2260）") String hostCityCode, @Schema(description = "驻在城市") String hostCityName,
    @Schema(description = "状态的代码") String status, @Schema(description = "状态的名称") String statusName,
    @Schema(description = "状态自何时起") OffsetDateTime statusSince,
    @Schema(description = "保留期限的最后一天；没有期限的为空", nullable = true) LocalDate retainedUntil,
    @Schema(description = "人员编制数") int staffEstablishment, @Schema(description = "资产项数（含负债）") int assets,
    @Schema(description = "资产账面原值合计，单位元，精确到分（不含负债）", example = "1250000.00") String bookValue) {
}
