package cn.gov.officecleanup.edge.api;

import cn.gov.officecleanup.edge.board.Boards;
import cn.gov.officecleanup.edge.search.ReadablePages;
import cn.gov.officecleanup.edge.search.SearchQuery;
import cn.gov.officecleanup.mechanism.casefile.CaseFile;
import cn.gov.officecleanup.mechanism.casefile.CaseFiles;
import cn.gov.officecleanup.mechanism.casefile.CaseReading;
import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.handling.CaseTasks;
import cn.gov.officecleanup.mechanism.identity.Officials;
import cn.gov.officecleanup.mechanism.platform.EngineClock;
import cn.gov.officecleanup.mechanism.platform.ProcedureNames;
import cn.gov.officecleanup.mechanism.register.Government;
import cn.gov.officecleanup.mechanism.register.Governments;
import cn.gov.officecleanup.mechanism.register.Office;
import cn.gov.officecleanup.mechanism.register.OfficeAsset;
import cn.gov.officecleanup.mechanism.register.OfficeRegister;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Gives other systems what they may read. */
@RestController
@RequestMapping(path = InterfaceConfiguration.PATH, produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "查询", description = "只读，不办理任何业务")
@ApiResponse(responseCode = "200", description = "查到的内容")
@ApiResponse(responseCode = "400", description = "参数不正确",
    content = @Content(mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE, schema = @Schema(implementation = Refusal.class)))
@ApiResponse(responseCode = "401", description = "没有令牌，或者令牌不正确、已到期、已收回",
    content = @Content(mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE, schema = @Schema(implementation = Refusal.class)))
@ApiResponse(responseCode = "429", description = "请求太频繁，请按Retry-After所说的秒数之后再试",
    content = @Content(mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE, schema = @Schema(implementation = Refusal.class)))
class InterfaceResource {

  private static final String DEFAULT_SIZE = "100";
  private static final int LARGEST = 500;
  private static final String AFTER = "上一页返回的next；不填从头读取";
  private static final String SIZE = "每页最多几条，1至500";
  private static final String NOT_FOUND = "没有，或者服务账号无权查看";

  private final ReadablePages pages;
  private final Boards boards;
  private final CaseFiles cases;
  private final CaseReading reading;
  private final CaseTasks caseTasks;
  private final ProcedureNames names;
  private final Governments governments;
  private final OfficeRegister register;
  private final Officials officials;
  private final Clock clock;

  InterfaceResource(ReadablePages pages, Boards boards, CaseFiles cases, CaseReading reading, CaseTasks caseTasks, ProcedureNames names,
      Governments governments, OfficeRegister register, Officials officials, Clock clock) {
    this.pages = pages;
    this.boards = boards;
    this.cases = cases;
    this.reading = reading;
    this.caseTasks = caseTasks;
    this.names = names;
    this.governments = governments;
    this.register = register;
    this.officials = officials;
    this.clock = clock;
  }

  @GetMapping("/cases")
  @Operation(operationId = "cases", summary = "案件列表", description = "按立案的先后。")
  Page<CaseEntry> cases(@Parameter(description = "只要未结案（OPEN）或者已结案（CLOSED）的；不填都要") @RequestParam(required = false) SearchQuery.State state,
      @Parameter(description = AFTER) @RequestParam(required = false) String after,
      @Parameter(description = SIZE) @RequestParam(defaultValue = DEFAULT_SIZE) int size) {
    return Page.of(pages.cases(state, after, asked(size) + 1, officials.required()), size, this::entries, CaseFile::caseNumber);
  }

  @GetMapping("/cases/{caseNumber}")
  @Operation(operationId = "case", summary = "一个案件")
  @ApiResponse(responseCode = "404", description = NOT_FOUND,
      content = @Content(mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE, schema = @Schema(implementation = Refusal.class)))
  CaseEntry caseOf(@Parameter(description = "案号") @PathVariable String caseNumber) {
    return cases.find(caseNumber)
        .filter(file -> reading.mayRead(officials.required(), file) && !reading.isAboutAPerson(file) && !file.confided())
        .map(file -> entries(List.of(file)).get(0))
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "没有这个案件，或者本服务账号无权查看；请核对案号。"));
  }

  @GetMapping("/tasks")
  @Operation(operationId = "tasks", summary = "待办环节列表", description = "有权查看的案件中尚未办完的环节；不说明由谁签收。")
  Page<TaskEntry> tasks(@Parameter(description = AFTER) @RequestParam(required = false) String after,
      @Parameter(description = SIZE) @RequestParam(defaultValue = DEFAULT_SIZE) int size) {
    LocalDate today = LocalDate.now(clock);
    return Page.of(pages.tasks(after, asked(size) + 1, officials.required()), size,
        found -> found.stream().map(task -> entry(task, today)).toList(), ReadablePages.OpenTask::id);
  }

  @GetMapping("/register")
  @Operation(operationId = "register", summary = "现有机构列表", description = "登记册中没有撤销、整合，也不在撤销之中的机构，按登记的先后。")
  Page<RegisteredOffice> register(@Parameter(description = AFTER) @RequestParam(required = false) String after,
      @Parameter(description = SIZE) @RequestParam(defaultValue = DEFAULT_SIZE) int size) {
    return Page.of(pages.offices(after, asked(size) + 1, officials.required()), size, this::offices,
        id -> register.get(id).registerNumber());
  }

  @GetMapping("/figures")
  @Operation(operationId = "figures", summary = "进度数字", description = "与督查人员在监督台上看到的一致，只含服务账号有权查看的单位。")
  Figures figures(@Parameter(description = "过去的一天，截至当日结束；不填为现在") @RequestParam(required = false) @DateTimeFormat(
      iso = DateTimeFormat.ISO.DATE) LocalDate day) {
    return Figures.of(boards.of(officials.required(), day));
  }

  private static int asked(int size) {
    if (size < 1 || size > LARGEST) {
      throw new RefusedException("PAGE_SIZE", "参数size请填写1至%d的整数。".formatted(LARGEST), "系统");
    }
    return size;
  }

  private List<CaseEntry> entries(List<CaseFile> files) {
    Map<String, Government> byCode = governments.all().stream().collect(Collectors.toMap(Government::code, Function.identity()));
    Map<String, String> titles = names.all();
    Set<String> withOpenSteps = caseTasks.withOpenSteps(files.stream().map(CaseFile::caseNumber).toList());
    Map<Long, String> offices = register.all(files.stream().map(CaseFile::officeId).filter(Objects::nonNull).distinct().toList())
        .stream()
        .collect(Collectors.toMap(Office::id, Office::registerNumber));
    return files.stream()
        .map(file -> new CaseEntry(file.caseNumber(), file.procedureKey(), titles.getOrDefault(file.procedureKey(), file.procedureKey()),
            file.title(), file.governmentCode(), byCode.get(file.governmentCode()).title(),
            file.officeId() == null ? null : offices.get(file.officeId()), file.parentCaseNumber(), here(file.openedAt().toInstant()),
            file.closedAt() == null ? null : here(file.closedAt().toInstant()),
            file.closedAt() != null && !withOpenSteps.contains(file.caseNumber())))
        .toList();
  }

  private static TaskEntry entry(ReadablePages.OpenTask task, LocalDate today) {
    LocalDate lastDay = task.due() == null ? null : LocalDate.ofInstant(task.due(), EngineClock.ZONE);
    return new TaskEntry(task.id(), task.caseNumber(), task.procedureKey(), task.step(), task.name(), task.groups(), task.taken(),
        here(task.createdAt()), lastDay, lastDay != null && lastDay.isBefore(today));
  }

  private List<RegisteredOffice> offices(List<Long> ids) {
    Map<Long, Office> found = register.all(ids).stream().collect(Collectors.toMap(Office::id, Function.identity()));
    Map<Long, List<OfficeAsset>> assets = register.assetsOf(ids);
    return ids.stream().map(found::get).map(office -> {
      List<OfficeAsset> own = assets.getOrDefault(office.id(), List.of());
      BigDecimal value = own.stream()
          .filter(asset -> !asset.kind().owed())
          .map(OfficeAsset::bookValue)
          .reduce(BigDecimal.ZERO.setScale(2), BigDecimal::add);
      return new RegisteredOffice(office.registerNumber(), office.name(), office.governmentCode(), office.entry().departmentName(),
          office.entry().hostCityCode(), office.entry().hostCityName(), office.status().name(), office.status().label(),
          here(office.outcome().since().toInstant()), office.outcome().retainedUntil(), office.entry().staffEstablishment(), own.size(),
          value.toPlainString());
    }).toList();
  }

  private static OffsetDateTime here(Instant moment) {
    return moment.atZone(EngineClock.ZONE).toOffsetDateTime();
  }
}
