package cn.gov.officecleanup.procedure.disposal;

import cn.gov.officecleanup.mechanism.deadline.WorkingDayCalendar;
import cn.gov.officecleanup.mechanism.finding.Finding;
import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.form.Submission;
import cn.gov.officecleanup.mechanism.text.InWords;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** C6 (A4, A5): a public sale is announced long enough, at an opening price that is not below the line or what finance approved. */
@Component
class PublicSale {

  private final Disposals disposals;
  private final WorkingDayCalendar calendar;
  private final DisposalProperties properties;

  PublicSale(Disposals disposals, WorkingDayCalendar calendar, DisposalProperties properties) {
    this.disposals = disposals;
    this.calendar = calendar;
    this.properties = properties;
  }

  /** @throws RefusedException when bids are closed too early or the opening price is too low */
  void mustBeAnnounced(Disposal disposal, Submission listing) {
    List<Finding> faults = new ArrayList<>();
    LocalDate earliest = properties.noticeWorkingDays() == 0 ? listing.day("announcedOn")
        : calendar.plusWorkingDays(listing.day("announcedOn"), properties.noticeWorkingDays());
    if (listing.day("biddingEndsOn").isBefore(earliest)) {
      faults.add(new Finding("NOTICE_TOO_SHORT",
          "公告期不少于%d个工作日，报名截止日期不得早于%s，请改正。".formatted(properties.noticeWorkingDays(), InWords.day(earliest)), "A4"));
    }
    BigDecimal lowest = disposals.lowestReserveOf(disposal);
    if (listing.amount("reservePrice").compareTo(lowest) < 0) {
      faults.add(new Finding("RESERVE_TOO_LOW", "起始价不得低于%s（%s），请改正。".formatted(InWords.yuan(lowest),
          disposal.approvedReserve() == null ? "评估价的%d%%".formatted(properties.lowestPercent()) : "财政部门同意的重新挂牌起始价"), "A5"));
    }
    if (!faults.isEmpty()) {
      throw new RefusedException(faults);
    }
  }

  /** @throws RefusedException when the opening price is lowered further than is lawful after one failed sale, or not at all */
  void mustBeLoweredLawfully(Disposal disposal, Submission relisting) {
    BigDecimal reserve = relisting.amount("approvedReserve");
    BigDecimal lowest = disposals.lowestRelistingOf(disposal);
    if (reserve.compareTo(lowest) < 0 || reserve.compareTo(disposal.reservePrice()) > 0) {
      throw new RefusedException("RESERVE_OUT_OF_RANGE", "流拍后每次降价不超过%d%%：重新挂牌的起始价应在%s至%s之间，请改正。"
          .formatted(properties.relistingReductionPercent(), InWords.yuan(lowest), InWords.yuan(disposal.reservePrice())), "A5");
    }
  }
}
