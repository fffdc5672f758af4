package cn.gov.officecleanup.procedure.rotation;

import cn.gov.officecleanup.mechanism.register.Governments;
import cn.gov.officecleanup.mechanism.register.Office;
import cn.gov.officecleanup.mechanism.register.OfficeRegister;
import cn.gov.officecleanup.mechanism.sheet.TableWorkbook;
import cn.gov.officecleanup.mechanism.sheet.TableWorkbook.Column;
import cn.gov.officecleanup.procedure.appraisal.YearSheet;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** How many people of each standing office rotate, are due, have rotated and are late (C13): the bureau reads numbers and no names. */
@Component
@Order(2)
class PostingCounts implements YearSheet {

  private static final List<Column> COLUMNS = Column.of("派出地:24", "办事机构:36", "在岗人数:10", "其中实行轮换:14", "年度内届满尚未办理:20", "年度内已轮换:14",
      "年度内已延期:14", "逾期未轮换:12");

  private final OfficeRegister register;
  private final Governments governments;
  private final Postings postings;
  private final Rotations rotations;
  private final Clock clock;

  PostingCounts(OfficeRegister register, Governments governments, Postings postings, Rotations rotations, Clock clock) {
    this.register = register;
    this.governments = governments;
    this.postings = postings;
    this.rotations = rotations;
    this.clock = clock;
  }

  @Override
  public void add(TableWorkbook workbook, int year) {
    workbook.sheet("轮换人数", "%d年度办事机构人员轮换人数".formatted(year), COLUMNS,
        register.all().stream().filter(office -> office.status().standing()).map(office -> row(office, year)).toList());
  }

  private List<Object> row(Office office, int year) {
    LocalDate today = LocalDate.now(clock);
    List<Posting> lasting = postings.lastingIn(office.id());
    return List.of(governments.get(office.governmentCode()).title(), office.name(), lasting.size(),
        count(lasting.stream().filter(Posting::rotates).count()), postings.endingIn(office.id(), year).size(),
        rotations.concluded(office.id(), year, "ROTATED"), rotations.concluded(office.id(), year, "EXTENDED"),
        count(lasting.stream().filter(posting -> posting.endsOn() != null && posting.endsOn().isBefore(today)).count()));
  }

  private static int count(long number) {
    return Math.toIntExact(number);
  }
}
