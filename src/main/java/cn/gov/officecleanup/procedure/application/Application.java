package cn.gov.officecleanup.procedure.application;

import cn.gov.officecleanup.mechanism.form.YesNo;
import cn.gov.officecleanup.mechanism.document.Wish;
import cn.gov.officecleanup.mechanism.register.WorkKind;
import cn.gov.officecleanup.mechanism.text.InWords;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.util.StringUtils;

/**
 * What a government applies for, as last handed in.
 *
 * @param caseNumber number of its case
 * @param officeName full name of the office
 * @param hostCityCode GB/T 2260 code of the city it is in
 * @param specialWorkEnd last day of the special work (C4), null for other kinds of work
 * @param deadline until when it can be applied for (本产品规定), null where there is no limit
 * @param receptionShare percent (0–100) of the work that receiving guests and seeking projects still is (C16)
 * @param staffEstablishment persons in the establishment, null while not yet stated
 * @param managementRules how the government manages the office (C12)
 * @param conditions conditions of an approval, as the bureau proposes and the provincial government fixes them
 * @param handedInAt when it was first handed in, null before
 * @param governmentLiaison contact with the authorities of the host city, beside the functions that C16 demands; may be null
 * @param requestTitle title of the government's 请示, without book-title marks; this and what follows is null where an earlier version took
 * the application in
 * @param requestNumber number of the 请示
 * @param requestDate day of the 请示
 * @param minutesNumber number of the minutes of the government's executive meeting (常务会议纪要)
 * @param minutesDate day of that meeting
 * @param specialWorkName name of the special work (C4), null for other kinds of work
 * @param head name and post of the head of an office that exists
 * @param presentStaff persons who work there
 * @param floorArea m², of an office to be set up what it is to have
 * @param vehicles of an office to be set up what it is to have
 * @param spendingLastYear yuan, in the last whole year
 * @param spendingYearBefore yuan, in the year before that
 * @param spendingTwoYearsBefore yuan, in the year before that
 * @param audited whether it was ever audited
 * @param lastAuditOn day of the last audit
 * @param auditConclusion what the last audit concluded
 * @param yearlyBudget yuan a year, of an office to be set up
 * @param changeKind what is to be changed of an office that is kept; null in other applications, as is what follows
 * @param newName full name
 * @param newAddress in the same city
 * @param newSpecialWorkEnd last day of the special work
 */
public record Application(String caseNumber, ApplicationKind kind, String officeName, String hostCityCode, String hostCityName,
    WorkKind workKind, LocalDate specialWorkEnd, OffsetDateTime deadline, String reasons, String economicCooperation,
    String socialManagement, String publicService, Integer receptionShare, Integer staffEstablishment, String managementRules,
    String conditions, OffsetDateTime handedInAt, String governmentLiaison, String requestTitle, String requestNumber,
    LocalDate requestDate, String minutesNumber, LocalDate minutesDate, String specialWorkName, String head, Integer presentStaff,
    Integer floorArea, Integer vehicles, BigDecimal spendingLastYear, BigDecimal spendingYearBefore, BigDecimal spendingTwoYearsBefore,
    YesNo audited, LocalDate lastAuditOn, String auditConclusion, BigDecimal yearlyBudget, ChangeKind changeKind, String newName,
    String newAddress, LocalDate newSpecialWorkEnd) {

  /**
   * What the office is to do (C16).
   *
   * @param receptionShare percent (0–100) of the work that receiving guests and seeking projects still is
   */
  public record FunctionPlan(String economicCooperation, String socialManagement, String publicService, Integer receptionShare) {
  }

  /** @return everything the office is to do, in the order of the plan's paragraphs; without what is blank */
  public List<String> functions() {
    return Stream.of(economicCooperation, socialManagement, publicService, governmentLiaison).filter(StringUtils::hasText).toList();
  }

  /** @return what is asked for, as documents put it into words */
  Wish wish() {
    return switch (kind) {
      case RETENTION -> asked("保留");
      case ESTABLISHMENT -> asked("设立");
      case CHANGE -> switch (changeKind) {
        case NAME -> new Wish("", "更名", "%s更名为%s".formatted(officeName, newName));
        case PLACE -> new Wish("", "迁址", "%s驻址变更为%s".formatted(officeName, newAddress));
        case PROLONGATION -> new Wish("", "专项工作延期", "%s承担的专项工作延期至%s".formatted(officeName, InWords.day(newSpecialWorkEnd)));
        case REVOCATION -> asked("撤销");
      };
    };
  }

  private Wish asked(String act) {
    return new Wish(act, "", act + officeName);
  }

  /** @return what the office is to do (C16) */
  public FunctionPlan plan() {
    return new FunctionPlan(economicCooperation, socialManagement, publicService, receptionShare);
  }
}
