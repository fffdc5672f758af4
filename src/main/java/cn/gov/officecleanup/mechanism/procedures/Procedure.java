package cn.gov.officecleanup.mechanism.procedures;

import cn.gov.officecleanup.mechanism.platform.Labelled;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What mechanisms must know of a procedure, as the properties of its process in the model say.
 *
 * @param key the process's id
 * @param startedBy who starts it by hand; nobody where the application does
 * @param startedFor what it is for, under which it is found by who starts it; null where the application does
 * @param caseOf whose the cases are that it opens; null where it opens none
 * @param casePrefix two letters that tell the procedure in the numbers of these cases, e.g. BL (保留); null where it opens none
 * @param caseTitle title of such a case, with expressions over what it is started with; null where it opens none
 * @param caseGovernment expression for the code of the government whose the case is; null where that is the variable's
 * {@code governmentCode}, the office's or, of the bureau's cases, the province
 * @param caseDepartment expression for the code of the provincial department whose the case is; null where it is the government's own
 * @param reserves what one case at a time may be about, with expressions; null where there may be several
 * @param readBy who reads these cases; nobody where it opens none
 * @param watchedBy groups that see its instances, running and past, in Cockpit
 * @param urgeable whether the unit of a case may urge those who have to do something in it (催办)
 * @param beside whether it runs beside a case under its number and is no way of it
 * @param notes steps that it notes in a case's history and that are none of the case's own
 * @param onlyRead whether its tasks ask no more than to read a case (待阅)
 * @param supervises whether it is the one by which a superior urges late work (督办)
 * @param freezesAssets whether its cases freeze the office's assets and so have a ledger (C7)
 * @param personalForms names of its forms that show people, in cases that are about something else (C6)
 * @param namedIn kinds of documents in its cases that name people of other bodies: who reads the whole province and handles none of it
 * reads them not, save audit
 * @param countedAs the reports' figure that counts its open cases about an office (C21); null where none does
 * @param yearly whether one of its cases begins by itself each January for each office that stood in the year before, and no second
 * @param yearAhead of a yearly one: whether its case is about the year that begins, such as a plan, and not about the one that is over
 * @param furtherBy of a yearly one: the variable with which a further case of the same office and year is started, such as a correction's;
 * null where there is none
 */
public record Procedure(String key, Set<Starter> startedBy, Purpose startedFor, CaseOf caseOf, String casePrefix, String caseTitle,
    String caseGovernment, String caseDepartment, String reserves, Set<Reader> readBy, Set<Watcher> watchedBy, boolean urgeable,
    boolean beside, Set<String> notes, boolean onlyRead, boolean supervises, boolean freezesAssets, Set<String> personalForms,
    Set<String> namedIn, String countedAs, boolean yearly, boolean yearAhead, String furtherBy) {

  /** Names of the properties that a process has for this. */
  public static final Set<String> PROPERTIES = Set.of("startedBy", "startedFor", "caseOf", "casePrefix", "caseTitle", "caseGovernment",
      "caseDepartment", "reserves", "readBy", "watchedBy", "urgeable", "beside", "notes", "onlyRead", "supervises", "freezesAssets",
      "personalForms", "namedIn", "countedAs", "yearly", "yearAhead", "furtherBy");

  /** Who starts a procedure by hand. */
  public enum Starter {
    EVERYBODY,
    GOVERNMENTS,
    /** the provincial government, for offices of its own: it decides on others' applications and makes none */
    PROVINCE,
    DEPARTMENTS,
    BUREAU,
    AUDIT,
    /** who receive complaints, at governments and at the bureau */
    PETITION,
    /** the staff of the offices that are kept */
    OFFICES,
    /** the heads of these */
    HEADS
  }

  /** What a procedure is for that is started by hand, in the order in which they are offered. */
  public enum Purpose implements Labelled {
    OFFICES("办事机构的保留、变更、撤销与设立"),
    REGIME("保留机构的管理"),
    PEOPLE("办事机构人员的任职与轮换"),
    CAMPAIGN("清理规范与清理报告"),
    REGISTER("登记册"),
    SUPERVISION("监督核查"),
    WORK("日常办理"),
    SETTINGS("工作日历与公文模板");

    private final String label;

    Purpose(String label) {
      this.label = label;
    }

    @Override
    public String label() {
      return label;
    }
  }

  /** Whose a case is: a reporting unit's, or the provincial bureau's own, which is on no unit's board. */
  public enum CaseOf {
    UNIT,
    BUREAU
  }

  /** Who reads a case. */
  public enum Reader {
    /** whoever may read the cases of the government or of the department */
    IN_CHARGE,
    /** of these those alone who handle the government's people: the case is about a person (C6) */
    PEOPLE,
    /** the national bureau, too (C20) */
    NATIONAL_BUREAU,
    /** the staff and the head of the kept office that it is about, too */
    OFFICE,
    /** of all these none but who is named in the case, until it is opened (C14) */
    CONFIDED
  }

  /** Who sees the instances of a procedure in Cockpit beside supervisors. */
  public enum Watcher {
    AUDIT
  }

  /** the word of {@code startedBy} for a procedure that nobody starts by hand: what is required cannot be forgotten */
  private static final String APPLICATION = "application";
  private static final String YES = "true";
  private static final Set<String> OF_CASES = Set.of("casePrefix", "caseTitle", "caseGovernment", "caseDepartment", "reserves");
  private static final Pattern PREFIX = Pattern.compile("[A-Z]{2}");

  /**
   * @param properties of the process in its model, by their names; others than {@link #PROPERTIES} are none of this
   * @throws IllegalArgumentException when one is missing, has a value that it cannot have or does not go with another
   */
  public static Procedure of(String key, Map<String, String> properties) {
    Function<String, Set<String>> words = name -> words(properties.get(name));
    require(!words.apply("startedBy").isEmpty(), key + " does not say by whom it is started (startedBy)");
    boolean byApplication = words.apply("startedBy").equals(Set.of(APPLICATION));
    Set<CaseOf> caseOf = values(key, "caseOf", words.apply("caseOf"), CaseOf.class);
    Set<Purpose> startedFor = values(key, "startedFor", words.apply("startedFor"), Purpose.class);
    Procedure procedure = new Procedure(key, byApplication ? Set.of() : values(key, "startedBy", words.apply("startedBy"), Starter.class),
        startedFor.stream().findFirst().orElse(null), caseOf.stream().findFirst().orElse(null), properties.get("casePrefix"),
        properties.get("caseTitle"), properties.get("caseGovernment"), properties.get("caseDepartment"), properties.get("reserves"),
        values(key, "readBy", words.apply("readBy"), Reader.class), values(key, "watchedBy", words.apply("watchedBy"), Watcher.class),
        flag(key, "urgeable", properties), flag(key, "beside", properties), words.apply("notes"), flag(key, "onlyRead", properties),
        flag(key, "supervises", properties), flag(key, "freezesAssets", properties), words.apply("personalForms"), words.apply("namedIn"),
        properties.get("countedAs"), flag(key, "yearly", properties), flag(key, "yearAhead", properties), properties.get("furtherBy"));
    boolean opensCases = !caseOf.isEmpty();
    require(caseOf.size() <= 1 && opensCases != procedure.readBy.isEmpty(),
        key + " opens cases and says whose they are and who reads them (caseOf, readBy), or does neither");
    require(
        opensCases ? procedure.casePrefix != null && PREFIX.matcher(procedure.casePrefix).matches() && procedure.caseTitle != null
            : OF_CASES.stream().noneMatch(properties::containsKey),
        key + " opens cases and gives them a number and a title (casePrefix of two capital letters, caseTitle), or does neither");
    require(
        !opensCases || procedure.readBy.contains(Reader.IN_CHARGE) != procedure.isAboutAPerson()
            && !((procedure.readBy.contains(Reader.OFFICE) || procedure.isConfided()) && procedure.isAboutAPerson()),
        key + " is read by either those in charge or those who handle people (readBy)");
    require(procedure.beside ? !opensCases : procedure.notes.isEmpty() && !procedure.onlyRead && !procedure.supervises,
        key + " opens cases or runs beside others' (beside), where it alone notes, is read or supervises (notes, onlyRead, supervises)");
    require(opensCases || !procedure.urgeable && !procedure.freezesAssets && procedure.countedAs == null && !procedure.yearly, key
        + " opens no cases that could be urged, have a ledger, be counted or begin yearly (urgeable, freezesAssets, countedAs, yearly)");
    require(procedure.yearly || procedure.furtherBy == null && !procedure.yearAhead,
        key + " is not yearly, so that its cases are of no year (yearAhead, furtherBy)");
    require(startedFor.size() == (byApplication ? 0 : 1),
        key + " is started by somebody and says for what one thing (startedFor), or is started by the application");
    return procedure;
  }

  /** @return what is taken for true of a procedure that has no model here: those in charge read the cases that it once opened */
  static Procedure withoutModel(String key) {
    return new Procedure(key, Set.of(), null, null, null, null, null, null, null, Set.of(Reader.IN_CHARGE), Set.of(), false, false,
        Set.of(), false, false, false, Set.of(), Set.of(), null, false, false, null);
  }

  /** @return whether what is in its cases is personal data (C6) */
  public boolean isAboutAPerson() {
    return readBy.contains(Reader.PEOPLE);
  }

  /** @return whether its cases are confided to who is named in them, until they are opened (C14) */
  public boolean isConfided() {
    return readBy.contains(Reader.CONFIDED);
  }

  private static void require(boolean condition, String otherwise) {
    if (!condition) {
      throw new IllegalArgumentException(otherwise);
    }
  }

  private static Set<String> words(String value) {
    return value == null || value.isBlank() ? Set.of() : Arrays.stream(value.strip().split("\\s+")).collect(Collectors.toUnmodifiableSet());
  }

  private static <E extends Enum<E>> Set<E> values(String key, String property, Set<String> words, Class<E> type) {
    Map<String, E> known = EnumSet.allOf(type).stream().collect(Collectors.toMap(value -> word(value.name()), Function.identity()));
    words.stream().filter(word -> !known.containsKey(word)).findFirst().ifPresent(word -> {
      throw new IllegalArgumentException("%s has the unknown word %s in %s; known are %s".formatted(key, word, property, known.keySet()));
    });
    return words.stream().map(known::get).collect(Collectors.toUnmodifiableSet());
  }

  /** NATIONAL_BUREAU is nationalBureau in models. */
  private static String word(String constant) {
    String[] parts = constant.toLowerCase(Locale.ROOT).split("_");
    return parts[0]
        + Arrays.stream(parts).skip(1).map(part -> Character.toUpperCase(part.charAt(0)) + part.substring(1)).collect(Collectors.joining());
  }

  private static boolean flag(String key, String name, Map<String, String> properties) {
    String value = properties.get(name);
    if (value != null && !value.equals(YES)) {
      throw new IllegalArgumentException("%s has %s in %s, which is true or left out".formatted(key, value, name));
    }
    return value != null;
  }
}
