package cn.gov.officecleanup.edge.publicpage;

import cn.gov.officecleanup.edge.publicpage.PublishedRows.Disclosure;
import cn.gov.officecleanup.procedure.disclosure.PublishedDisclosure;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What everybody can read; each page is whole as it comes from the server. */
@RestController
@RequestMapping(PublicPage.PATH)
class PublicPage {

  static final String PATH = "/public";

  private static final String VERSION = "/disclosures/{office}/{year}/{version}";
  /** Nothing but our own style sheet and pictures is loaded, nothing runs, nothing is sent, nobody frames it. */
  private static final String POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; "
      + "frame-ancestors 'none'";

  private final PublishedRows rows;
  private final PageTemplates templates;
  private final DisclosureFiles files;
  private final PublicPageProperties properties;

  PublicPage(PublishedRows rows, PageTemplates templates, DisclosureFiles files, PublicPageProperties properties) {
    this.rows = rows;
    this.templates = templates;
    this.files = files;
    this.properties = properties;
  }

  @GetMapping
  ResponseEntity<byte[]> disclosures(@RequestParam(required = false) Integer year) {
    List<Integer> years = rows.years();
    Integer shown = year == null ? years.stream().findFirst().orElse(null) : year;
    if (year != null && !years.contains(year)) {
      return missing("没有公布该年度的公务接待情况，请从年度列表中选择。");
    }
    Map<String, Object> content = new HashMap<>();
    content.put("years", years);
    content.put("year", shown);
    content.put("rows", shown == null ? List.of() : rows.holdingIn(shown).stream().map(row -> new Listed(row, files.read(row))).toList());
    return page(HttpStatus.OK, "disclosures", content);
  }

  @GetMapping("/offices")
  ResponseEntity<byte[]> offices() {
    return page(HttpStatus.OK, "offices",
        Map.of("offices", rows.offices(), "grades", new Grades(rows.grades()), "partings", rows.partings()));
  }

  @GetMapping("/contacts")
  ResponseEntity<byte[]> contacts() {
    return page(HttpStatus.OK, "contacts", Map.of("hotlines", rows.hotlines()));
  }

  @GetMapping("/disclosures/{office}/{year}")
  ResponseEntity<byte[]> disclosure(@PathVariable String office, @PathVariable String year) {
    return number(office) && number(year) ? shown(Long.parseLong(office), Integer.parseInt(year), null) : missing();
  }

  @GetMapping(VERSION)
  ResponseEntity<byte[]> version(@PathVariable String office, @PathVariable String year, @PathVariable String version) {
    return number(office) && number(year) && number(version)
        ? shown(Long.parseLong(office), Integer.parseInt(year), Integer.valueOf(version))
        : missing();
  }

  @GetMapping(VERSION + "/{format}")
  ResponseEntity<byte[]> download(@PathVariable String office, @PathVariable String year, @PathVariable String version,
      @PathVariable String format) {
    if (!number(office) || !number(year) || !number(version) || !DisclosureFiles.FORMATS.containsKey(format)) {
      return missing();
    }
    return rows.version(Long.parseLong(office), Integer.parseInt(year), Integer.parseInt(version))
        .map(row -> headers(HttpStatus.OK).contentType(MediaType.parseMediaType(DisclosureFiles.FORMATS.get(format)))
            .header(HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(files.name(row, format), StandardCharsets.UTF_8).build().toString())
            .body(files.write(row, format)))
        .orElseGet(this::missing);
  }

  /** @param version null for the one that holds */
  private ResponseEntity<byte[]> shown(long office, int year, Integer version) {
    List<Disclosure> versions = rows.versions(office, year);
    var withdrawals = rows.withdrawals(office, year);
    Disclosure shown = versions.stream()
        .filter(found -> version == null ? !found.corrected() : found.version() == version)
        .findFirst()
        .orElse(null);
    boolean takenOff = version == null || withdrawals.stream().anyMatch(found -> found.version() == version);
    if (shown == null && (withdrawals.isEmpty() || !takenOff)) {
      return missing();
    }
    Map<String, Object> content = new HashMap<>();
    content.put("shown", shown);
    content.put("content", shown == null ? null : files.read(shown));
    content.put("versions", versions);
    content.put("withdrawals", withdrawals);
    content.put("year", year);
    content.put("officeName", shown == null ? withdrawals.get(0).officeName() : shown.officeName());
    rows.versions(office, year - 1)
        .stream()
        .filter(found -> !found.corrected())
        .findFirst()
        .ifPresent(before -> content.put("before", files.read(before)));
    return page(HttpStatus.OK, "disclosure", content);
  }

  private ResponseEntity<byte[]> missing() {
    return missing("没有公布这项内容；可能地址有误，或者内容尚未公布、已经撤下。");
  }

  private ResponseEntity<byte[]> missing(String words) {
    return page(HttpStatus.NOT_FOUND, "missing", Map.of("words", words));
  }

  private ResponseEntity<byte[]> page(HttpStatus status, String template, Map<String, ?> content) {
    return headers(status).contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
        .body(templates.write(template, content).getBytes(StandardCharsets.UTF_8));
  }

  private ResponseEntity.BodyBuilder headers(HttpStatus status) {
    return ResponseEntity.status(status)
        .cacheControl(CacheControl.maxAge(properties.cachedFor()).cachePublic())
        .header("Content-Security-Policy", POLICY);
  }

  private static boolean number(String text) {
    return text.matches("[0-9]{1,9}");
  }

  /** The grades that are shown, by office. */
  public record Grades(Map<Long, PublishedRows.ShownGrade> byOffice) {

    /** @return year and grade of an office; empty where none is shown */
    public String of(long office) {
      PublishedRows.ShownGrade shown = byOffice.get(office);
      return shown == null ? "" : "%d年度%s".formatted(shown.appraisedYear(), shown.decidedGrade().label());
    }
  }

  /** A disclosure in the list of a year. */
  public record Listed(Disclosure row, PublishedDisclosure content) {
  }
}
