package cn.gov.officecleanup.procedure.report;

import cn.gov.officecleanup.mechanism.casefile.CaseFacts;
import cn.gov.officecleanup.mechanism.casefile.CaseFile;
import cn.gov.officecleanup.mechanism.casefile.CaseFiles;
import cn.gov.officecleanup.mechanism.text.InWords;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What those who handle a county's report read of it, and its city of all its counties' reports (C20). */
@Component
@Order(2)
class CountyReportFacts implements CaseFacts {

  private static final String OFFICES = "本县办事机构";
  private static final String COUNTIES = "县级报送情况";
  private static final String NUMBER = "县级报告文号";

  private final CountyReports counties;
  private final CaseFiles cases;

  CountyReportFacts(CountyReports counties, CaseFiles cases) {
    this.counties = counties;
    this.cases = cases;
  }

  @Override
  public List<Fact> of(CaseFile file) {
    List<Fact> facts = new ArrayList<>();
    if (OpeningLocalityReport.PROCEDURE.equals(file.procedureKey())) {
      counties.of(file.caseNumber()).forEach(report -> facts.add(new Fact(COUNTIES, cases.get(report.caseNumber()).title(), text(report))));
    } else if (OpeningCountyReport.PROCEDURE.equals(file.procedureKey())) {
      CountyReport report = counties.get(file.caseNumber());
      counties.officesOf(report)
          .forEach(
              office -> facts.add(new Fact(OFFICES, office.registerNumber(), "%s（%s）".formatted(office.name(), office.status().label()))));
      CaseFacts.add(facts, "报送", NUMBER, report.documentNumber());
    }
    return facts;
  }

  private static String text(CountyReport report) {
    if (report.gatheredOn() == null) {
      return report.documentNumber() == null ? "尚未报送。" : "已报送（%s），尚未汇总。".formatted(report.documentNumber());
    }
    return "%s汇总（%s）\n工作情况：%s\n存在的问题：%s\n下一步打算：%s".formatted(InWords.day(report.gatheredOn()), report.documentNumber(), report.done(),
        report.problems(), report.nextSteps());
  }
}
