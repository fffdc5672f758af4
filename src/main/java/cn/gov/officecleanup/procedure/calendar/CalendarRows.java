package cn.gov.officecleanup.procedure.calendar;

import cn.gov.officecleanup.mechanism.form.RowImport;
import cn.gov.officecleanup.mechanism.platform.Labelled;
import cn.gov.officecleanup.mechanism.sheet.Column;
import cn.gov.officecleanup.mechanism.sheet.RowCells;
import cn.gov.officecleanup.mechanism.sheet.SheetTable;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** A year's working days and days off from a file. */
@Component
class CalendarRows implements RowImport {

  private static final Column DAY = Column.required("日期", 14);
  private static final Column KIND = Column.required("安排", 10);
  private static final Column NAME = Column.required("节日", 12, "名称");

  /** What a day is arranged to be. */
  enum Kind implements Labelled {
    HOLIDAY("放假"),
    WORKDAY("上班");

    private final String label;

    Kind(String label) {
      this.label = label;
    }

    @Override
    public String label() {
      return label;
    }
  }

  private static final Map<String, Kind> SYNONYMS = Map.ofEntries(Map.entry("休", Kind.HOLIDAY), Map.entry("假", Kind.HOLIDAY),
      Map.entry("放假调休", Kind.HOLIDAY), Map.entry("休假", Kind.HOLIDAY), Map.entry("班", Kind.WORKDAY), Map.entry("补班", Kind.WORKDAY),
      Map.entry("调休上班", Kind.WORKDAY), Map.entry("工作日", Kind.WORKDAY));

  private record Table() implements SheetTable {

    @Override
    public String title() {
      return "放假调休安排";
    }

    @Override
    public List<Column> columns() {
      return List.of(DAY, KIND, NAME);
    }

    @Override
    public List<Column> outcomeColumns() {
      return List.of();
    }
  }

  @Override
  public String name() {
    return "working-days";
  }

  @Override
  public SheetTable table() {
    return new Table();
  }

  @Override
  public Map<String, Object> row(RowCells cells) {
    LocalDate day = cells.date(DAY);
    if (day == null && cells.empty(DAY)) {
      cells.wrong(DAY, "日期，例如2027-01-01");
    }
    Kind kind = cells.choice(KIND, Kind.class, SYNONYMS);
    String name = cells.text(NAME, true, 50);
    return cells.sound() ? Map.of("day", day.toString(), "kind", kind.name(), "name", name) : null;
  }
}
