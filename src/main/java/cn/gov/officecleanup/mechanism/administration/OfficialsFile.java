package cn.gov.officecleanup.mechanism.administration;

import cn.gov.officecleanup.mechanism.administration.Accounts.NewAccount;
import cn.gov.officecleanup.mechanism.administration.UnitGroups.UnitGroup;
import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.sheet.Column;
import cn.gov.officecleanup.mechanism.sheet.FoundTable;
import cn.gov.officecleanup.mechanism.sheet.ImportFile;
import cn.gov.officecleanup.mechanism.sheet.ImportProblem;
import cn.gov.officecleanup.mechanism.sheet.RowCells;
import cn.gov.officecleanup.mechanism.sheet.SheetFiles;
import cn.gov.officecleanup.mechanism.sheet.SheetTable;
import cn.gov.officecleanup.mechanism.sheet.TableWorkbook;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Reads users to be, with the groups that they are to be in, from a workbook, and makes the empty one to fill in. */
@Component
public class OfficialsFile {

  /** most users of a file; each password is hashed slowly */
  public static final int MOST = 200;

  private static final Column ACCOUNT = Column.required("账号", 20, "用户名", "登录名");
  private static final Column NAME = Column.required("姓名", 16);
  private static final Column GROUPS = Column.required("单位/用户组", 60, "用户组", "单位", "单位、用户组");
  private static final Column MAIL = Column.optional("邮箱", 30, "电子邮箱");
  private static final Pattern BETWEEN_GROUPS = Pattern.compile("[、，,；;\\n]+");
  private static final int LONGEST = 60;
  private static final int LONGEST_GROUPS = 500;

  private record Table() implements SheetTable {

    @Override
    public String title() {
      return "用户导入表";
    }

    @Override
    public List<Column> columns() {
      return List.of(ACCOUNT, NAME, GROUPS, MAIL);
    }

    @Override
    public List<Column> outcomeColumns() {
      return List.of();
    }
  }

  /**
   * A row.
   *
   * @param number as Excel shows it
   * @param groups Chinese names of the groups, or what stands there
   * @param findings what is wrong with it, as Chinese sentences; empty where the user can be made
   */
  public record Row(int number, NewAccount account, List<String> groups, List<String> findings) {
  }

  private final Accounts accounts;
  private final UnitGroups groups;

  OfficialsFile(Accounts accounts, UnitGroups groups) {
    this.accounts = accounts;
    this.groups = groups;
  }

  /** @return .xlsx with a sheet to fill in and one that names the groups that there are */
  public byte[] template() {
    return new TableWorkbook()
        .sheet("用户导入表", "用户导入表（用户组照“用户组”工作表填写，几个用户组之间用顿号隔开）",
            Stream.of(ACCOUNT, NAME, GROUPS, MAIL).map(column -> new TableWorkbook.Column(column.heading(), column.width())).toList(),
            List.of())
        .sheet("用户组", "可以填写的用户组", TableWorkbook.Column.of("用户组名称:50", "属于:40"),
            groups.all().stream().map(group -> List.<Object>of(group.name(), group.unitName())).toList())
        .toBytes();
  }

  /**
   * @return the rows, with what is wrong with each
   * @throws RefusedException when the file as a whole is wrong
   */
  public List<Row> read(ImportFile file) {
    List<UnitGroup> known = groups.all();
    List<Row> rows = new ArrayList<>();
    Set<String> before = new HashSet<>();
    for (FoundTable found : SheetFiles.read(file, List.of(new Table()))) {
      List<ImportProblem> problems = new ArrayList<>();
      for (RowCells cells : found.rows(problems)) {
        problems.clear();
        rows.add(row(cells, problems, known, before));
      }
    }
    if (rows.isEmpty()) {
      throw new RefusedException("NO_ROWS", "“" + file.name() + "”的表头之下没有内容，请检查是否选错了文件。", "用户管理");
    }
    if (rows.size() > MOST) {
      throw new RefusedException("TOO_MANY_ROWS", "“%s”有%d人，一次最多导入%d人，请分成几个文件导入。".formatted(file.name(), rows.size(), MOST), "用户管理");
    }
    return rows;
  }

  private Row row(RowCells cells, List<ImportProblem> problems, List<UnitGroup> known, Set<String> before) {
    String account = cells.text(ACCOUNT, true, LONGEST);
    String name = cells.name(NAME, true, LONGEST);
    String mail = cells.text(MAIL, false, LONGEST * 2);
    String written = cells.lines(GROUPS, false, LONGEST_GROUPS);
    List<String> findings = new ArrayList<>(problems.stream().map(ImportProblem::message).toList());
    List<String> ids = new ArrayList<>();
    List<String> named = new ArrayList<>();
    Stream.ofNullable(written).flatMap(BETWEEN_GROUPS::splitAsStream).map(String::strip).filter(part -> !part.isEmpty()).forEach(part -> {
      Optional<UnitGroup> group = UnitGroups.find(known, part);
      group.ifPresentOrElse(one -> ids.add(one.id()), () -> findings.add("没有“%s”这个用户组，请照模板的“用户组”工作表填写。".formatted(part)));
      named.add(group.map(UnitGroup::name).orElse(part));
    });
    NewAccount wanted = new NewAccount(Objects.toString(account, ""), Objects.toString(name, ""), Objects.toString(mail, ""), ids);
    if (findings.isEmpty()) {
      findings.addAll(accounts.faults(wanted));
      if (!before.add(wanted.account().toLowerCase(Locale.ROOT))) {
        findings.add("账号“%s”在本文件中重复，请改正。".formatted(account));
      }
      if (ids.isEmpty()) {
        findings.add("单位/用户组未填写，请照模板的“用户组”工作表填写。");
      }
    }
    return new Row(cells.number(), wanted, named, findings);
  }
}
