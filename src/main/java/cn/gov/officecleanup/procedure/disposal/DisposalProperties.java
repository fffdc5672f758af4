package cn.gov.officecleanup.procedure.disposal;

import java.math.BigDecimal;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Thresholds of disposals; configuration, so that a lawyer's correction is one line.
 *
 * @param financeAbove book value in yuan above which the finance department approves whatever the kind (A2; local rule)
 * @param lowestPercent percent of the appraised value below which a deal goes back for approval (A5)
 * @param mostFeesPercent percent of the price above which finance confirms taxes and fees with their vouchers (A6; this product's rule)
 * @param appraisalValidMonths how long an appraisal is valid from its reference date (A3)
 * @param noticeWorkingDays for how many working days a public sale is announced at least before bids are closed (A4)
 * @param relistingReductionPercent percent by which the opening price may be lowered at most after a failed sale (流拍)
 * @param basis rules that approvals rest on, as the letters cite them
 */
@ConfigurationProperties("cleanup.disposal")
record DisposalProperties(@DefaultValue("50000.00") BigDecimal financeAbove, @DefaultValue("90") int lowestPercent,
    @DefaultValue("30") int mostFeesPercent, @DefaultValue("12") int appraisalValidMonths, @DefaultValue("20") int noticeWorkingDays,
    @DefaultValue("10") int relistingReductionPercent, @DefaultValue("《行政事业性国有资产管理条例》") String basis) {
}
