package cn.gov.officecleanup.procedure.appraisal;

import cn.gov.officecleanup.mechanism.register.Governments;
import cn.gov.officecleanup.mechanism.register.Office;
import cn.gov.officecleanup.mechanism.register.OfficeRegister;
import cn.gov.officecleanup.mechanism.sheet.TableWorkbook;
import cn.gov.officecleanup.mechanism.sheet.TableWorkbook.Column;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** How the offices of all governments were graded for a year (C12), those too that are not yet. */
@Component
@Order(1)
class GradeSheet implements YearSheet {

  private static final List<Column> COLUMNS = Column.of("派出地:24", "办事机构:36", "存续月数:10", "得分:10", "等次:10", "限制等次的事项:48", "决定日期:12",
      "是否更正:10");

  private final Appraisals appraisals;
  private final AppraisalCorrections corrections;
  private final OfficeRegister register;
  private final Governments governments;
  private final Grading grading;

  GradeSheet(Appraisals appraisals, AppraisalCorrections corrections, OfficeRegister register, Governments governments,
      AppraisalProperties properties) {
    this.appraisals = appraisals;
    this.corrections = corrections;
    this.register = register;
    this.governments = governments;
    this.grading = properties.grading();
  }

  @Override
  public void add(TableWorkbook workbook, int year) {
    workbook.sheet("考核等次", "%d年度办事机构考核等次".formatted(year), COLUMNS, appraisals.ofYear(year).stream().map(this::row).toList());
  }

  private List<Object> row(Appraisal appraisal) {
    Office office = register.get(appraisal.officeId());
    boolean decided = appraisal.decidedGrade() != null;
    String grade = decided ? appraisal.decidedGrade().label() : grading.graded(appraisal.months()) ? "尚未决定" : "不定等次";
    String limits = !decided ? null
        : appraisals.limiting(appraisal.caseNumber()).stream().map(CountedFact::what).distinct().collect(Collectors.joining("；"));
    return Arrays.asList(governments.get(office.governmentCode()).title(), office.name(), appraisal.months(),
        decided ? appraisal.score() : null, grade, limits, appraisal.decidedOn(),
        corrections.decided(appraisal.caseNumber()).isEmpty() ? null : "已更正");
  }
}
