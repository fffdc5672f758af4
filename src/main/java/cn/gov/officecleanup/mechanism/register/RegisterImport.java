package cn.gov.officecleanup.mechanism.register;

import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.province.Province;
import cn.gov.officecleanup.mechanism.sheet.Column;
import cn.gov.officecleanup.mechanism.sheet.FoundTable;
import cn.gov.officecleanup.mechanism.sheet.ImportFile;
import cn.gov.officecleanup.mechanism.sheet.ImportProblem;
import cn.gov.officecleanup.mechanism.sheet.RowCells;
import cn.gov.officecleanup.mechanism.sheet.SheetFiles;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes the register of offices in from files as officials send them (C21): a workbook with the sheets 办事机构, 资产 and 经营性实体, or a CSV file
 * for each of these. What has become of an office is never changed by an import, and nothing is removed from the register by one (C7).
 */
@Service
public class RegisterImport {

  private static final String SET_APART = "该项资产已经冻结，正在另案处置";
  private static final String CLAUSE = "C21";

  private final OfficeRegister register;
  private final Governments governments;
  private final GovernmentSuccessors successors;
  private final Province province;
  private final PlanCities planCities;
  private final OfficeInCase cases;
  private final RegisterImportProperties properties;
  private final TransactionTemplate transaction;
  private final ApplicationEventPublisher events;

  RegisterImport(OfficeRegister register, Governments governments, GovernmentSuccessors successors, Province province,
      PlanCities planCities, OfficeInCase cases, RegisterImportProperties properties, PlatformTransactionManager transactions,
      ApplicationEventPublisher events) {
    this.register = register;
    this.governments = governments;
    this.successors = successors;
    this.province = province;
    this.planCities = planCities;
    this.cases = cases;
    this.properties = properties;
    this.transaction = new TransactionTemplate(transactions);
    this.events = events;
  }

  /**
   * Reads files that belong together and says what they would change; nothing is changed.
   *
   * @param files at least one; what each holds is told from its headings
   * @param mode what happens if some rows are wrong
   * @param governmentAllowed GB/T 2260 codes of the governments whose offices the caller may register
   * @throws RefusedException if a file as a whole cannot be used
   */
  public ImportPreview preview(List<ImportFile> files, ImportMode mode, Predicate<String> governmentAllowed) {
    List<FoundTable> tables = files.stream().flatMap(file -> SheetFiles.read(file, List.of(RegisterTable.values())).stream()).toList();
    return new Run(governmentAllowed).run(tables, mode);
  }

  /**
   * Keeps what was previewed, in portions, each a transaction of its own where none is open.
   *
   * @return what went in and everything that is wrong
   * @throws RefusedException when the register was changed meanwhile by another import; portions before that are kept
   */
  public ImportReport keep(ImportPreview preview) {
    if (preview.applies()) {
      List<ImportRow> rows = preview.rows().stream().filter(row -> !row.unchanged()).toList();
      for (int from = 0; from < rows.size(); from += properties.portion()) {
        List<ImportRow> portion = rows.subList(from, Math.min(from + properties.portion(), rows.size()));
        transaction.executeWithoutResult(status -> portion.forEach(row -> keep(row).ifPresent(reason -> {
          throw new RefusedException("IMPORT_CONCURRENT", "%s第 %d 行：%s。此前各行已经登记，请重新导入。".formatted(row.source(), row.number(), reason),
              CLAUSE);
        })));
      }
      if (rows.stream().anyMatch(row -> row.table() == RegisterTable.OFFICES)) {
        transaction.executeWithoutResult(status -> tellChanged());
      }
    }
    return preview.report();
  }

  /** Imports files that belong together at once: a preview that nobody looks at, then what it says. */
  public ImportReport run(List<ImportFile> files, ImportMode mode, Predicate<String> governmentAllowed) {
    return keep(preview(files, mode, governmentAllowed));
  }

  /** Tells whoever goes by the register that an import has entered or amended offices. */
  public void tellChanged() {
    events.publishEvent(new RegisterChanged());
  }

  /**
   * Keeps a row of a preview, in the caller's transaction; one that is in the register already changes nothing.
   *
   * @return why it is not kept, in Chinese; empty if it is
   */
  public Optional<String> keep(ImportRow row) {
    Optional<Office> office = register.findByRegisterNumber(row.registerNumber());
    office.ifPresent(found -> register.hold(found.id()));
    Optional<String> now = office.flatMap(found -> said(row, found));
    if (now.equals(Optional.of(row.after()))) {
      return Optional.empty();
    }
    if (!now.equals(Optional.ofNullable(row.before()))) {
      return Optional.of("预览以后登记册中该项内容有变动");
    }
    return switch (row.table()) {
      case OFFICES -> keepOffice(RegisterContents.read(row.after(), OfficeEntry.class), office);
      case ASSETS -> office.map(found -> {
        if (register.assetsFrozenAt(found.id()).isPresent()) {
          return Optional.of("预览以后该机构的资产已经冻结");
        }
        if (register.isSetApart(found.id(), row.key())) {
          return Optional.of(SET_APART);
        }
        register.putAsset(found.id(), RegisterContents.read(row.after(), RegisterContents.KeptAsset.class).asset());
        return Optional.<String>empty();
      }).orElse(Optional.of("所属办事机构未登记"));
      case BUSINESS_ENTITIES -> office.map(found -> {
        register.putBusinessEntity(found.id(), RegisterContents.read(row.after(), RegisterContents.KeptEntity.class).entity());
        return Optional.<String>empty();
      }).orElse(Optional.of("所属办事机构未登记"));
    };
  }

  private Optional<String> keepOffice(OfficeEntry entry, Optional<Office> office) {
    if (office.isEmpty()) {
      register.enter(entry);
      return Optional.empty();
    }
    Optional<String> refused = identityInCase(office.get(), entry);
    if (refused.isEmpty()) {
      register.amend(office.get().id(), entry);
    }
    return refused;
  }

  /**
   * Takes back what a row has kept, in the caller's transaction: what was new is gone, what was changed is as it was before.
   *
   * @param kept when the import was confirmed
   * @param because Chinese sentence that stands in the register
   * @return why it stays, in Chinese; empty if it does not
   */
  public Optional<String> takeBack(ImportRow row, OffsetDateTime kept, String because) {
    Optional<Office> office = register.findByRegisterNumber(row.registerNumber());
    office.ifPresent(found -> register.hold(found.id()));
    if (!office.flatMap(found -> said(row, found)).equals(Optional.of(row.after()))) {
      return Optional.of("登记以后登记册中该项内容又有变动");
    }
    long id = office.orElseThrow().id();
    return switch (row.table()) {
      case OFFICES -> takeBack(row, office.get(), kept, because);
      case ASSETS -> {
        if (register.assetsFrozenAt(id).isPresent()) {
          yield Optional.of("该机构的资产已经冻结");
        }
        if (register.isSetApart(id, row.key())) {
          yield Optional.of(SET_APART);
        }
        if (row.added()) {
          register.removeAsset(id, row.key());
        } else {
          register.putAsset(id, RegisterContents.read(row.before(), RegisterContents.KeptAsset.class).asset());
        }
        yield Optional.empty();
      }
      case BUSINESS_ENTITIES -> {
        if (row.added()) {
          register.removeBusinessEntity(id, row.key());
        } else {
          register.putBusinessEntity(id, RegisterContents.read(row.before(), RegisterContents.KeptEntity.class).entity());
        }
        yield Optional.empty();
      }
    };
  }

  private Optional<String> takeBack(ImportRow row, Office office, OffsetDateTime kept, String because) {
    if (row.added()) {
      Optional<String> open = cases.openCaseOf(office.id()).map("%s正在办理"::formatted);
      if (open.isEmpty()) {
        register.withdraw(office.id(), because);
      }
      return open;
    }
    OfficeEntry before = RegisterContents.read(row.before(), OfficeEntry.class);
    Optional<String> refused = identityInCase(office, before);
    if (refused.isEmpty()) {
      register.amend(office.id(), before);
      if (cases.openCaseOf(office.id()).isEmpty()) {
        register.restoreStatus(office.id(), kept, because);
      }
    }
    return refused;
  }

  /** @return what the register says where the row stands */
  private Optional<String> said(ImportRow row, Office office) {
    return switch (row.table()) {
      case OFFICES -> Optional.of(RegisterContents.write(office.entry()));
      case ASSETS -> register.assetsOf(office.id())
          .stream()
          .filter(asset -> asset.assetNumber().equals(row.key()))
          .map(asset -> RegisterContents.write(new RegisterContents.KeptAsset(row.registerNumber(), asset)))
          .findFirst();
      case BUSINESS_ENTITIES -> register.businessEntitiesOf(office.id())
          .stream()
          .filter(entity -> entity.name().equals(row.key()))
          .map(entity -> RegisterContents.write(new RegisterContents.KeptEntity(row.registerNumber(), entity)))
          .findFirst();
    };
  }

  /** Whoever decides in a case has decided on the office that it is about; another one cannot take its place. */
  private Optional<String> identityInCase(Office office, OfficeEntry entry) {
    boolean same = office.governmentCode().equals(entry.governmentCode()) && office.name().equals(entry.name())
        && office.entry().hostCityCode().equals(entry.hostCityCode());
    return same ? Optional.empty()
        : cases.openCaseOf(office.id())
            .map(open -> "登记编号“%s”是“%s”的，%s正在办理，办结以前不能改变机构名称、派出地政府和驻在城市；新的机构请另编登记编号，确需更正的先办结或者撤回该案".formatted(office.registerNumber(),
                office.name(), open));
  }

  /** One reading of files: everything is checked and held against the register. */
  private final class Run {

    private static final int MAX_STAFF = 9999;

    private final Predicate<String> governmentAllowed;
    private final Map<String, Government> senders = governments.all()
        .stream()
        .collect(Collectors.toMap(Government::code, Function.identity()));
    private final Map<String, Office> registered = register.all()
        .stream()
        .collect(Collectors.toMap(Office::registerNumber, Function.identity()));
    private final List<ImportProblem> problems = new ArrayList<>();
    private final Map<String, OfficeEntry> offices = new LinkedHashMap<>();
    private final Map<String, RowCells> officeRows = new LinkedHashMap<>();
    private final List<ImportRow> belongings = new ArrayList<>();
    private final Map<String, Map<String, OfficeAsset>> registeredAssets = new HashMap<>();
    private final Map<String, Map<String, BusinessEntity>> registeredEntities = new HashMap<>();

    Run(Predicate<String> governmentAllowed) {
      this.governmentAllowed = governmentAllowed;
    }

    ImportPreview run(List<FoundTable> tables, ImportMode mode) {
      tables.forEach(table -> problems.addAll(table.problems()));
      checkOffices(rows(tables, RegisterTable.OFFICES));
      checkAssets(rows(tables, RegisterTable.ASSETS));
      checkEntities(rows(tables, RegisterTable.BUSINESS_ENTITIES));
      List<ImportRow> good = new ArrayList<>();
      offices.forEach((number, entry) -> good.add(row(RegisterTable.OFFICES, officeRows.get(number), number, "",
          Optional.ofNullable(registered.get(number)).map(Office::entry).orElse(null), entry)));
      good.addAll(belongings);
      return new ImportPreview(mode == ImportMode.GOOD_ROWS || problems.isEmpty(), List.copyOf(good), List.copyOf(problems),
          tables.stream().flatMap(table -> table.notes().stream()).distinct().toList());
    }

    private static ImportRow row(RegisterTable table, RowCells cells, String registerNumber, String key, Record before, Record after) {
      return new ImportRow(table, cells.source(), cells.number(), registerNumber, key,
          before == null ? null : RegisterContents.write(before), RegisterContents.write(after));
    }

    private List<RowCells> rows(List<FoundTable> tables, RegisterTable wanted) {
      return tables.stream().filter(found -> found.table() == wanted).flatMap(found -> found.rows(problems).stream()).toList();
    }

    private void checkOffices(List<RowCells> rows) {
      for (RowCells row : rows) {
        OfficeEntry entry = office(row);
        RowCells first = entry.registerNumber() == null ? null : officeRows.putIfAbsent(entry.registerNumber(), row);
        if (first != null) {
          // which of the two is right only the official knows: neither goes in
          row.wrong(RegisterColumns.REGISTER_NUMBER, "文件内不重复的登记编号（与第 " + first.number() + " 行重复）");
          offices.remove(entry.registerNumber());
        } else if (row.sound()) {
          Optional.ofNullable(registered.get(entry.registerNumber()))
              .flatMap(existing -> identityInCase(existing, entry))
              .ifPresentOrElse(row::wrongRow, () -> offices.put(entry.registerNumber(), entry));
        }
      }
    }

    private OfficeEntry office(RowCells row) {
      String registerNumber = registerNumber(row);
      Office existing = registerNumber == null ? null : registered.get(registerNumber);
      if (existing != null && !governmentAllowed.test(existing.governmentCode())) {
        row.wrong(RegisterColumns.REGISTER_NUMBER, "未被其他政府的办事机构使用的登记编号");
      }
      String name = row.text(RegisterColumns.NAME, true, 200);
      Government government = government(row);
      SenderKind senderKind = row.choice(RegisterColumns.SENDER_KIND, SenderKind.class);
      String department = row.text(RegisterColumns.DEPARTMENT_NAME, senderKind == SenderKind.DEPARTMENT, 200);
      if (senderKind == SenderKind.GOVERNMENT && department != null) {
        row.wrong(RegisterColumns.DEPARTMENT_NAME, "空白（派出主体为政府时不填）");
      }
      String hostCityCode = hostCityCode(row, government);
      String hostCityName = row.text(RegisterColumns.HOST_CITY_NAME, true, 100);
      if (hostCityCode != null && hostCityName != null && senders.containsKey(hostCityCode)
          && !senders.get(hostCityCode).name().equals(hostCityName)) {
        row.wrong(RegisterColumns.HOST_CITY_NAME, "与代码" + hostCityCode + "相符的“" + senders.get(hostCityCode).name() + "”");
      } else if (hostCityCode != null && hostCityName != null) {
        planCities.contradicting(hostCityCode, hostCityName)
            .ifPresent(city -> row.wrong(RegisterColumns.HOST_CITY_NAME,
                "与代码%s相符的名称（%s的代码是%s）".formatted(hostCityCode, city.name(), city.code())));
      }
      WorkKind workKind = row.choice(RegisterColumns.WORK_KIND, WorkKind.class);
      boolean endGiven = !row.empty(RegisterColumns.SPECIAL_WORK_END);
      LocalDate specialWorkEnd = row.date(RegisterColumns.SPECIAL_WORK_END);
      if (workKind == WorkKind.SPECIAL_WORK && !endGiven) {
        row.wrong(RegisterColumns.SPECIAL_WORK_END, "专项工作的结束日期，例如2015-10-31");
      } else if (workKind != null && workKind != WorkKind.SPECIAL_WORK && endGiven) {
        row.wrong(RegisterColumns.SPECIAL_WORK_END, "空白（工作类别不是专项工作时不填）");
      }
      String approvalDocument = row.text(RegisterColumns.APPROVAL_DOCUMENT, false, 200);
      Integer staff = row.count(RegisterColumns.STAFF_ESTABLISHMENT, MAX_STAFF);
      String functions = row.lines(RegisterColumns.FUNCTIONS, false, 4000);
      boolean sample = row.yes(RegisterColumns.SAMPLE);
      return new OfficeEntry(registerNumber, name, government == null ? null : government.code(), senderKind, department, hostCityCode,
          hostCityName, workKind, specialWorkEnd, approvalDocument, staff == null ? 0 : staff, functions, sample);
    }

    private String registerNumber(RowCells row) {
      return row.code(RegisterColumns.REGISTER_NUMBER, "[\\p{IsHan}A-Za-z0-9〔〕()/-]{1,32}",
          "登记编号，例如%s驻0001".formatted(province.shortForm()));
    }

    private Government government(RowCells row) {
      String code = row.code(RegisterColumns.GOVERNMENT_CODE, "\\d{6}", "六位行政区划代码，例如" + province.capital().code());
      if (code == null) {
        return null;
      }
      Government government = senders.get(code);
      if (government == null) {
        successors.instead(code, governments)
            .ifPresentOrElse(instead -> row.wrongBecause(RegisterColumns.GOVERNMENT_CODE, "不在派出地政府名录中：" + instead),
                () -> row.wrong(RegisterColumns.GOVERNMENT_CODE, "派出地政府名录中的行政区划代码"));
        return null;
      }
      if (!governmentAllowed.test(code)) {
        row.wrong(RegisterColumns.GOVERNMENT_CODE, "您有权登记的派出地政府的代码");
      }
      String name = row.text(RegisterColumns.GOVERNMENT_NAME, false, 100);
      if (name != null && !Set.of(government.name(), government.title()).contains(name)) {
        row.wrong(RegisterColumns.GOVERNMENT_NAME, "与代码" + code + "相符的“" + government.name() + "”");
      }
      return government;
    }

    /** Nobody keeps an office in its own seat: a city not in itself, the province not in its capital. A county may have one in its city. */
    private String hostCityCode(RowCells row, Government sender) {
      String code = row.code(RegisterColumns.HOST_CITY_CODE, "\\d{6}", "六位行政区划代码，例如" + province.capital().code());
      if (code == null) {
        return null;
      }
      if (!HostPlaces.wellFormed(code)) {
        row.wrong(RegisterColumns.HOST_CITY_CODE, "六位行政区划代码，前两位为省、自治区、直辖市代码");
        return null;
      }
      boolean ownSeat = sender != null && switch (sender.level()) {
        case PROVINCE -> province.capitalContains(code);
        case CITY -> HostPlaces.sameCity(code, sender.code());
        case COUNTY -> code.equals(sender.code());
      };
      if (ownSeat) {
        row.wrong(RegisterColumns.HOST_CITY_CODE, "派出地以外的城市");
      }
      return code;
    }

    private void checkAssets(List<RowCells> rows) {
      Map<String, Set<String>> inFile = new HashMap<>();
      for (RowCells row : rows) {
        String registerNumber = owner(row);
        String assetNumber = row.code(RegisterColumns.ASSET_NUMBER, "\\S{1,40}", "不超过 40 个字的资产编号");
        AssetKind kind = row.choice(RegisterColumns.ASSET_KIND, AssetKind.class);
        String name = row.text(RegisterColumns.ASSET_NAME, true, 200);
        BigDecimal bookValue = row.amount(RegisterColumns.BOOK_VALUE);
        if (kind != null && !kind.valued() && bookValue != null && bookValue.signum() != 0) {
          row.wrong(RegisterColumns.BOOK_VALUE, "0：借用、租入的资产不属于本单位");
        }
        noteUse(row, RegisterColumns.ASSET_NUMBER, inFile, registerNumber, assetNumber);
        if (row.sound()) {
          OfficeAsset asset = new OfficeAsset(assetNumber, kind, name, bookValue);
          if (frozen(registerNumber) && !asset.equals(assetsOf(registerNumber).get(assetNumber))) {
            row.wrongRow("该机构的资产已经冻结，不能通过导入增加或者改动；请在撤销案件的资产盘点中办理");
          } else {
            OfficeAsset before = assetsOf(registerNumber).get(assetNumber);
            belongings.add(row(RegisterTable.ASSETS, row, registerNumber, assetNumber,
                before == null ? null : new RegisterContents.KeptAsset(registerNumber, before),
                new RegisterContents.KeptAsset(registerNumber, asset)));
          }
        }
      }
      if (!rows.isEmpty()) {
        tellMissing(inFile, this::assetsOf, "资产", "资产不因导入而删除，已处置的请走资产处置程序");
      }
    }

    private void checkEntities(List<RowCells> rows) {
      Map<String, Set<String>> inFile = new HashMap<>();
      for (RowCells row : rows) {
        String registerNumber = owner(row);
        String name = row.text(RegisterColumns.ENTITY_NAME, true, 200);
        BusinessEntityKind kind = row.choice(RegisterColumns.ENTITY_KIND, BusinessEntityKind.class);
        LocalDate partedOn = row.date(RegisterColumns.PARTED_ON);
        LocalDate partBy = row.date(RegisterColumns.PART_BY);
        noteUse(row, RegisterColumns.ENTITY_NAME, inFile, registerNumber, name);
        if (row.sound()) {
          BusinessEntity before = entitiesOf(registerNumber).get(name);
          belongings.add(row(RegisterTable.BUSINESS_ENTITIES, row, registerNumber, name,
              before == null ? null : new RegisterContents.KeptEntity(registerNumber, before),
              new RegisterContents.KeptEntity(registerNumber, new BusinessEntity(name, kind, partedOn, partBy))));
        }
      }
      if (!rows.isEmpty()) {
        tellMissing(inFile, this::entitiesOf, "经营性实体", "经营性实体不因导入而删除，已脱钩的请填写脱钩日期");
      }
    }

    /** @return register number of the office a row belongs to: one of this import or one registered already, of an allowed government */
    private String owner(RowCells row) {
      String registerNumber = registerNumber(row);
      if (registerNumber == null || offices.containsKey(registerNumber)) {
        return registerNumber;
      }
      if (officeRows.containsKey(registerNumber)) {
        row.wrongRow("所属办事机构“" + registerNumber + "”的登记行有误，本行随之未导入");
      } else if (!registered.containsKey(registerNumber) || !governmentAllowed.test(registered.get(registerNumber).governmentCode())) {
        row.wrong(RegisterColumns.REGISTER_NUMBER, "本次导入的或您已登记的办事机构的登记编号");
      }
      return registerNumber;
    }

    private static void noteUse(RowCells row, Column column, Map<String, Set<String>> inFile, String registerNumber, String key) {
      if (registerNumber != null && key != null && !inFile.computeIfAbsent(registerNumber, number -> new HashSet<>()).add(key)) {
        row.wrong(column, "同一办事机构内不重复的内容");
      }
    }

    private <T> void tellMissing(Map<String, Set<String>> inFile, Function<String, Map<String, T>> existing, String what, String hint) {
      offices.keySet()
          .forEach(registerNumber -> existing.apply(registerNumber)
              .keySet()
              .stream()
              .filter(key -> !inFile.getOrDefault(registerNumber, Set.of()).contains(key))
              .forEach(key -> officeRows.get(registerNumber).wrongRow("登记册中该机构的" + what + "“" + key + "”不在文件的" + what + "表中；" + hint)));
    }

    private boolean frozen(String registerNumber) {
      return registered.containsKey(registerNumber) && register.assetsFrozenAt(registered.get(registerNumber).id()).isPresent();
    }

    private Map<String, OfficeAsset> assetsOf(String registerNumber) {
      return registeredAssets.computeIfAbsent(registerNumber, number -> registered.containsKey(number)
          ? register.assetsOf(registered.get(number).id()).stream().collect(Collectors.toMap(OfficeAsset::assetNumber, Function.identity()))
          : Map.of());
    }

    private Map<String, BusinessEntity> entitiesOf(String registerNumber) {
      return registeredEntities.computeIfAbsent(registerNumber,
          number -> registered.containsKey(number)
              ? register.businessEntitiesOf(registered.get(number).id())
                  .stream()
                  .collect(Collectors.toMap(BusinessEntity::name, Function.identity()))
              : Map.of());
    }
  }
}
