package cn.gov.officecleanup.procedure.decoupling;

import cn.gov.officecleanup.mechanism.form.YesNo;
import cn.gov.officecleanup.mechanism.register.BusinessEntityKind;
import cn.gov.officecleanup.mechanism.text.PersonName;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The parting of one office from one business entity. Amounts in yuan; a strand's day is the day on which it was done.
 *
 * @param partBy last day by the approval; null where that names none
 * @param coOwner the other office that owns the entity as well; null where there is none
 * @param share percent of the entity that is the office's
 * @param insolvent whether the entity is wound up by a court
 * @param connectedPeople officials with posts in the entity, staff of the office, and their close relatives, by names
 * @param officialsRemaining officials who still have a post in the entity or are paid by it
 * @param debtBetween what office and entity still owe each other
 * @param guarantees what the office still guarantees for the entity
 * @param priceApproval number of the document that approved a price below the line; null where there is none
 * @param requestSigner who signed the office's request for approval of the plan; null where the office has ended, which writes nothing
 * @param requestNumber number of the request that was handed in last; null where none was
 * @param replyNumber number of what answered it; null where it is not answered
 * @param reportSigner who signed the office's report that it has parted; null as above
 * @param completionNote what that report says beside the four strands; null where nothing is
 * @param returnedStrands what the bureau returned last to be done anew; null where it returned nothing
 */
record Decoupling(String caseNumber, long officeId, String entityName, BusinessEntityKind entityKind, LocalDate partBy, Long coOwner,
    PartingWay partingWay, String legalForm, String creditCode, String unregisteredReason, String share, BigDecimal registeredCapital,
    BigDecimal netAssets, BigDecimal liabilities, Integer employees, YesNo insolvent, String connectedPeople, String transferee,
    String settlements, StrandState peopleState, String peopleReason, LocalDate peopleDoneOn, Integer officialsRemaining,
    Integer employeesPlaced, StrandState accountsState, String accountsReason, LocalDate accountsDoneOn, BigDecimal debtBetween,
    BigDecimal guarantees, StrandState assetsState, String assetsReason, LocalDate assetsDoneOn, BigDecimal appraisedValue,
    LocalDate listedOn, LocalDate soldOn, BigDecimal salePrice, String buyer, String buyerRepresentative, String priceApproval,
    StrandState functionsState, String functionsReason, LocalDate functionsDoneOn, Registration registration, String verification,
    ReturnedStrands returnedStrands, String requestSigner, String requestNumber, String replyNumber, String reportSigner,
    String completionNote) {

  /** What an office and an entity are parted in, side by side. */
  enum Strand {
    PEOPLE,
    ACCOUNTS,
    ASSETS,
    FUNCTIONS
  }

  /** What the bureau can return to be done anew. */
  enum ReturnedStrands {
    PEOPLE(EnumSet.of(Strand.PEOPLE)),
    ACCOUNTS(EnumSet.of(Strand.ACCOUNTS)),
    ASSETS(EnumSet.of(Strand.ASSETS)),
    FUNCTIONS(EnumSet.of(Strand.FUNCTIONS)),
    ALL(EnumSet.allOf(Strand.class));

    private final Set<Strand> strands;

    ReturnedStrands(Set<Strand> strands) {
      this.strands = strands;
    }

    Set<Strand> strands() {
      return strands;
    }
  }

  /** How far one of the four strands is; what is still to be done, or to be done anew, has none. */
  enum StrandState {
    DONE,
    NOT_APPLICABLE
  }

  /** What the registers say of the entity afterwards. */
  enum Registration {
    DEREGISTERED("已注销登记"),
    OWNER_CHANGED("已变更出资人"),
    NAME_ONLY("只变更名称"),
    NOT_REGISTERED("从未登记，已停止使用名称");

    private final String label;

    Registration(String label) {
      this.label = label;
    }

    String label() {
      return label;
    }
  }

  /** @return how far a strand is; null while it is to be done */
  StrandState state(Strand strand) {
    return switch (strand) {
      case PEOPLE -> peopleState;
      case ACCOUNTS -> accountsState;
      case ASSETS -> assetsState;
      case FUNCTIONS -> functionsState;
    };
  }

  /** @return whether all four strands are done, or need not be */
  boolean complete() {
    return Stream.of(Strand.values()).allMatch(strand -> state(strand) != null);
  }

  /** @return the day of parting: that of the strand that was done last; null while none is */
  LocalDate partedOn() {
    return Stream.of(peopleDoneOn, accountsDoneOn, assetsDoneOn, functionsDoneOn)
        .filter(Objects::nonNull)
        .max(LocalDate::compareTo)
        .orElse(null);
  }

  /** @return names of those who may not get the entity or its assets, in the form in which they are compared */
  Set<String> connectedNames() {
    return PersonName.in(connectedPeople);
  }
}
