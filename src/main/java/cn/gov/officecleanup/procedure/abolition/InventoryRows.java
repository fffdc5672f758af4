package cn.gov.officecleanup.procedure.abolition;

import cn.gov.officecleanup.mechanism.form.RowImport;
import cn.gov.officecleanup.mechanism.platform.Labelled;
import cn.gov.officecleanup.mechanism.register.AssetKind;
import cn.gov.officecleanup.mechanism.sheet.Column;
import cn.gov.officecleanup.mechanism.sheet.RowCells;
import cn.gov.officecleanup.mechanism.sheet.SheetTable;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** The inventory of assets from a file (C6, C7). */
@Component
class InventoryRows implements RowImport {

  private static final Column NUMBER = Column.required("资产编号", 14);
  private static final Column KIND = Column.required("资产类别", 12);
  private static final Column NAME = Column.required("资产名称", 40);
  private static final Column VALUE = Column.required("账面值", 16, "账面原值", "账面价值", "原值");
  private static final Column FOUND = Column.optional("盘点情况", 10);
  private static final Column EXPLANATION = Column.optional("出入说明", 40, "说明");

  /** Whether the inventory found the asset, in the words of the file. */
  private enum Presence implements Labelled {

    FOUND("在"),
    MISSING("盘亏");

    private final String label;

    Presence(String label) {
      this.label = label;
    }

    @Override
    public String label() {
      return label;
    }
  }

  private record Table() implements SheetTable {

    @Override
    public String title() {
      return "资产清册";
    }

    @Override
    public List<Column> columns() {
      return List.of(NUMBER, KIND, NAME, VALUE, FOUND, EXPLANATION);
    }

    @Override
    public List<Column> outcomeColumns() {
      return List.of(Column.optional("案号", 16), Column.optional("处置结果", 12), Column.optional("登记编号", 12));
    }
  }

  @Override
  public String name() {
    return "inventory";
  }

  @Override
  public SheetTable table() {
    return new Table();
  }

  @Override
  public Map<String, Object> row(RowCells cells) {
    String number = cells.code(NUMBER, "\\S{1,40}", "不超过 40 个字的资产编号");
    AssetKind kind = cells.choice(KIND, AssetKind.class);
    String name = cells.text(NAME, true, 200);
    BigDecimal value = cells.amount(VALUE);
    Presence found = cells.empty(FOUND) ? Presence.FOUND : cells.choice(FOUND, Presence.class);
    String explanation = cells.lines(EXPLANATION, false, 1000);
    return !cells.sound() ? null
        : Map.of("assetNumber", number, "kind", kind.name(), "name", name, "bookValue", value.toPlainString(), "found", found.name(),
            "explanation", Objects.toString(explanation, ""));
  }
}
