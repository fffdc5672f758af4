package cn.gov.officecleanup.mechanism.ledger;

import cn.gov.officecleanup.mechanism.casefile.CaseFile;
import cn.gov.officecleanup.mechanism.casefile.CaseFiles;
import cn.gov.officecleanup.mechanism.platform.Labelled;
import cn.gov.officecleanup.mechanism.sheet.TableWorkbook.Column;
import cn.gov.officecleanup.mechanism.sheet.TableWorkbook;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Component;

/** The ledgers as a workbook (C7): balances, assets, every entry. */
@Component
public class LedgerWorkbook {

  private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
  private static final List<Column> ASSET_COLUMNS = Column.of("案号:16", "资产编号:12", "资产类别:10", "资产名称:36", "账面值（元）:18", "盘点情况:10", "出入说明:40",
      "处置结果:12");

  private final AssetLedger ledger;
  private final CaseFiles cases;
  private final Clock clock;

  LedgerWorkbook(AssetLedger ledger, CaseFiles cases, Clock clock) {
    this.ledger = ledger;
    this.cases = cases;
    this.clock = clock;
  }

  /** @return .xlsx with the ledgers of the given abolitions */
  public byte[] of(List<String> caseNumbers) {
    List<List<Object>> balances = new ArrayList<>();
    List<List<Object>> assets = new ArrayList<>();
    List<List<Object>> entries = new ArrayList<>();
    for (String caseNumber : caseNumbers) {
      LedgerBalance balance = ledger.balanceOf(caseNumber);
      balances.add(row(caseNumber, cases.find(caseNumber).map(CaseFile::title).orElse(""), balance.frozenAssets(), balance.frozen(),
          balance.disposedAssets(), balance.disposed(), balance.openAssets(), balance.open(), balance.due(), balance.received(),
          balance.outstanding(), balance.debts().number(), balance.debts().owed(), balance.debts().unsettled(),
          balance.balanced() ? "平衡" : "不平衡", ledger.check(caseNumber).map(LedgerFault::what).orElse("完整")));
      ledger.assetsOf(caseNumber).forEach(asset -> assets.add(assetRow(asset)));
      ledger.entriesOf(caseNumber).forEach(entry -> entries.add(entryRow(entry)));
    }
    return new TableWorkbook()
        .sheet("平衡情况", "资产台账平衡情况",
            Column.of("案号:16", "案件:40", "冻结项数:8", "冻结金额（元）:18", "已处置项数:8", "已处置金额（元）:18", "未处置项数:8", "未处置金额（元）:18", "应缴（元）:18", "已缴（元）:18",
                "未缴（元）:18", "债务项数:8", "债务金额（元）:18", "未了结债务（元）:18", "平衡:8", "记录:20"),
            balances)
        .sheet("资产", "冻结的资产", ASSET_COLUMNS, assets)
        .sheet("记录", "资产台账记录",
            Column.of("案号:16", "序号:6", "时间:20", "资产编号:12", "事项:14", "金额（元）:18", "处置方式:10", "处置案号:16", "凭证:50", "财政票据号:20", "备注:30",
                "办理人:16", "用户:16", "前条散列值:66", "散列值:66"),
            entries)
        .toBytes();
  }

  /** @return .xlsx with the assets of an abolition as the inventory confirmed them (资产清册) */
  public byte[] inventoryOf(String caseNumber) {
    return new TableWorkbook()
        .sheet("资产清册", "%s资产清册".formatted(cases.find(caseNumber).map(CaseFile::title).orElse("")), ASSET_COLUMNS,
            ledger.assetsOf(caseNumber).stream().map(this::assetRow).toList())
        .toBytes();
  }

  private List<Object> assetRow(FrozenAsset asset) {
    String outcome = ledger.entriesOf(asset.id())
        .stream()
        .filter(entry -> entry.step() == LedgerStep.DISPOSED)
        .map(entry -> label(entry.method()))
        .findFirst()
        .orElse("未处置");
    return row(asset.caseNumber(), asset.assetNumber(), label(asset.kind()), asset.name(), asset.bookValue(),
        asset.missing() ? "盘亏" : asset.origin() == FrozenAsset.Origin.SURPLUS ? "盘盈" : "在", asset.explanation(), outcome);
  }

  private List<Object> entryRow(LedgerEntry entry) {
    return row(entry.caseNumber(), entry.entryNumber(), MOMENT.format(entry.recordedAt().atZoneSameInstant(clock.getZone())),
        entry.assetNumber(), label(entry.step()), entry.amount(), entry.method() == null ? null : entry.method().label(),
        entry.disposalCase(), entry.document(), entry.receiptNumber(), entry.note(), entry.userName(), entry.userId(), entry.previousHash(),
        entry.hash());
  }

  private static String label(Labelled value) {
    return value == null ? "无法识别" : value.label();
  }

  private static List<Object> row(Object... cells) {
    return Arrays.asList(cells);
  }
}
