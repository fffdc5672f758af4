package cn.gov.officecleanup.mechanism.register;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/** Foretells what begins by itself once an import is in the register, without entering anything. */
@Service
public class ImportForesight {

  private final OfficeRegister register;
  private final OfficeDispositions dispositions;
  private final ObjectProvider<WhatBegins> begins;
  private final Clock clock;

  ImportForesight(OfficeRegister register, OfficeDispositions dispositions, ObjectProvider<WhatBegins> begins, Clock clock) {
    this.register = register;
    this.dispositions = dispositions;
    this.begins = begins;
    this.clock = clock;
  }

  /**
   * Something that begins by itself.
   *
   * @param what Chinese name of it, e.g. 撤销
   */
  public record Start(String registerNumber, String officeName, String what) {
  }

  /** @return Chinese sentence such as 将启动196件撤销、2件整合。 or, where nothing begins, that nothing does */
  public static String summary(List<Start> starts) {
    Map<String, Long> counts = starts.stream().collect(Collectors.groupingBy(Start::what, LinkedHashMap::new, Collectors.counting()));
    return counts.isEmpty() ? "登记后不会自动启动案件。"
        : counts.entrySet()
            .stream()
            .map(count -> "%d件%s".formatted(count.getValue(), count.getKey()))
            .collect(Collectors.joining("、", "登记后将启动", "。"));
  }

  /** @return what begins about the offices of the import, and about those that stand beside them, by register number */
  public List<Start> of(ImportPreview preview) {
    Map<String, Office> offices = register.all()
        .stream()
        .collect(Collectors.toMap(Office::registerNumber, office -> office, (one, other) -> one, LinkedHashMap::new));
    Set<String> touched = new HashSet<>();
    if (preview.applies()) {
      preview.rows().stream().filter(row -> row.table() == RegisterTable.OFFICES && !row.unchanged()).forEach(row -> {
        Office before = offices.get(row.registerNumber());
        Office after = after(row, before, -offices.size() - 1L);
        offices.put(row.registerNumber(), after);
        touched.add(after.governmentCode());
        if (before != null) {
          touched.add(before.governmentCode());
        }
      });
    }
    Map<String, List<Office>> byGovernment = offices.values().stream().collect(Collectors.groupingBy(Office::governmentCode));
    // an office of a city decides on those of its counties, too (C10)
    return offices.values()
        .stream()
        .filter(Office::undecided)
        .filter(office -> touched.contains(office.governmentCode()) || touched.contains(Governments.cityOf(office.governmentCode())))
        .flatMap(office -> {
          DispositionResult disposition = dispositions.of(office, code -> byGovernment.getOrDefault(code, List.of()));
          return begins.stream()
              .flatMap(foretold -> foretold.of(office, disposition).stream())
              .map(what -> new Start(office.registerNumber(), office.name(), what));
        })
        .toList();
  }

  private Office after(ImportRow row, Office before, long newId) {
    OfficeEntry entry = RegisterContents.read(row.after(), OfficeEntry.class);
    return before != null ? new Office(before.id(), entry, before.outcome())
        : new Office(newId, entry,
            new Outcome(OfficeStatus.REGISTERED, OffsetDateTime.now(clock), null, null, false, null, null, null, null, null));
  }
}
