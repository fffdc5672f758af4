package cn.gov.officecleanup.procedure.disclosure;

import cn.gov.officecleanup.mechanism.platform.EngineClock;
import cn.gov.officecleanup.mechanism.register.Office;
import cn.gov.officecleanup.mechanism.register.OfficeRegister;
import cn.gov.officecleanup.mechanism.register.OfficeStatus;
import cn.gov.officecleanup.mechanism.text.InWords;
import cn.gov.officecleanup.procedure.disclosure.DisclosedPart.Kind;
import cn.gov.officecleanup.procedure.disclosure.PublishedDisclosure.KeptBack;
import cn.gov.officecleanup.procedure.disclosure.PublishedDisclosure.Line;
import cn.gov.officecleanup.procedure.reception.ReceptionYear.Sum;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** C19: what was decided is published, without what the release review kept back. */
@Component
class PublishingDisclosure implements JavaDelegate {

  private final Disclosures disclosures;
  private final PublishedVersions versions;
  private final OfficeRegister register;
  private final DisclosureProperties properties;
  private final ObjectMapper mapper;
  private final Clock clock;

  PublishingDisclosure(Disclosures disclosures, PublishedVersions versions, OfficeRegister register, DisclosureProperties properties,
      ObjectMapper mapper, Clock clock) {
    this.disclosures = disclosures;
    this.versions = versions;
    this.register = register;
    this.properties = properties;
    this.mapper = mapper;
    this.clock = clock;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Disclosure disclosure = disclosures.get(execution.getProcessBusinessKey());
    int version = versions.last(disclosure.officeId(), disclosure.disclosedYear()).orElse(0) + 1;
    LocalDate today = LocalDate.now(clock);
    PublishedDisclosure published = published(disclosure, version, today, (String) execution.getVariable("governmentName"));
    versions.publish(disclosure.caseNumber(), disclosure.officeId(), disclosure.disclosedYear(), version, today, json(published),
        disclosure.correctionReason());
  }

  private PublishedDisclosure published(Disclosure disclosure, int version, LocalDate today, String government) {
    Office office = register.get(disclosure.officeId());
    Map<String, Withheld> withheld = disclosures.withheld(disclosure.caseNumber())
        .stream()
        .collect(Collectors.toMap(Withheld::part, Function.identity()));
    boolean counted = !withheld.containsKey(DisclosedPart.COUNTS);
    return new PublishedDisclosure(office.name(), government, disclosure.disclosedYear(), disclosure.servedFrom(), disclosure.servedTo(),
        version, today, disclosure.budget(), disclosure.adjustments(), disclosure.paid(), disclosure.paidForEarlierEvents(),
        disclosure.refundedOfEarlierPayments(), disclosure.unpaid(), disclosure.nil(), counted ? disclosure.receptions() : null,
        counted ? guests(disclosure.guests()) : null, lines(disclosure, Kind.VENUE, withheld), lines(disclosure, Kind.ITEM, withheld),
        Arrays.stream(Objects.toString(disclosure.standards(), "").split("\n")).filter(standard -> !standard.isBlank()).toList(),
        disclosure.accountsApprovedOn(), withheld.containsKey(DisclosedPart.EXPLANATION) ? null : disclosure.explanation(),
        disclosure.correctionReason(), note(office, disclosure.disclosedYear()), mergedInto(office, disclosure.disclosedYear()),
        withheld.values().stream().map(part -> new KeptBack(part.part(), part.basis().label(), part.reason())).toList());
  }

  private String guests(int guests) {
    return guests > 0 && guests < properties.fewestGuests() ? "不足" + properties.fewestGuests() : String.valueOf(guests);
  }

  private List<Line> lines(Disclosure disclosure, Kind kind, Map<String, Withheld> withheld) {
    List<Sum> sums = disclosures.sums(disclosure.caseNumber(), kind);
    return IntStream.range(0, sums.size()).mapToObj(i -> {
      Withheld keptBack = withheld.get(DisclosedPart.key(kind, i + 1));
      return new Line(keptBack == null ? sums.get(i).name() : "依照%s不予公开".formatted(keptBack.basis().label()), sums.get(i).amount());
    }).toList();
  }

  private String note(Office office, int year) {
    LocalDate since = since(office);
    if (!office.status().ended() || since.getYear() != year) {
      return null;
    }
    return office.status() == OfficeStatus.MERGED
        ? "该机构于%s并入%s，以下为当年至该日的情况。".formatted(InWords.day(since), register.get(office.outcome().mergedInto()).name())
        : "该机构于%s撤销，以下为当年至该日的情况，由派出地政府公开。".formatted(InWords.day(since));
  }

  private List<String> mergedInto(Office office, int year) {
    return register.all()
        .stream()
        .filter(other -> Objects.equals(other.outcome().mergedInto(), office.id()) && since(other).getYear() == year)
        .map(Office::name)
        .toList();
  }

  private static LocalDate since(Office office) {
    return LocalDate.ofInstant(office.outcome().since().toInstant(), EngineClock.ZONE);
  }

  private String json(PublishedDisclosure published) {
    try {
      return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(published);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("texts, numbers and days can always be written", e);
    }
  }
}
