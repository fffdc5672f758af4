package cn.gov.officecleanup.mechanism.wall;

import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.BeanFactory;

/**
 * The beans that expressions see: those that models name, and no more. A bean is looked up when it is asked for, so that the engine can be built before
 * them. A bean that a new model names is added here; one that no model names any more goes, since the cases that run are moved to the latest models.
 */
public final class ModelBeans extends AbstractMap<Object, Object> {

  /** Their names, in the order of the alphabet. */
  public static final Set<String> NAMES = Set.of(
      "abolishingOffice", "acceptingReport", "answeringSummary", "appraisalValid", "assisting", "beginningSubstitution",
      "booksBalance", "callingSubstitutionOff", "campaigns", "caseFindings", "checkingLedgers", "closingCampaign",
      "computingCompensation", "concluding", "concludingSummary", "demandingCorrections", "disposals",
      "documentsComplete", "draftingSummary", "eligibleByDisposition", "enablingTemplate", "endingSubstitution", "entrustingWork",
      "establishingOffice", "establishmentJustified", "executionProved", "exportingRegister", "figuresAddUp", "fixingProceeds",
      "forwardingSummary", "freezingAssets", "functionPlanComplete", "hotelsPartedFrom", "importingRegister", "integrationSound",
      "integrations", "inventory", "issuingDisposalReply", "joiningOffices", "lapsingApplication", "ledgersSound",
      "localityReports", "mergingOffice", "officeRegister", "openingAbolitionCase", "openingCampaign",
      "openingDisposalCase", "openingEstablishmentCase", "openingLocalityReport", "openingPlacementCase", "openingProvincialReport",
      "openingRegisterCase", "openingRetentionCase", "openingTemplateCase", "outcomesStated", "partnerUnrelated",
      "pickingInspections", "placementLawful", "placementProved", "proofsComplete", "provincialReports", "recordingOutcome",
      "recordingPlacement", "refusingEstablishment", "refusingRetention", "registeringAbolition", "reopeningReport",
      "retainingLead", "retainingOffice", "returningReport", "sendingOffices", "sendingReport", "specialWorkEnding", "staffToPlace",
      "startingAbolitions", "submittingSummary", "terms", "titleSettled", "urgingCase", "withdrawingApplication",
      "withdrawingEstablishment", "withinDeadline");

  private final transient BeanFactory beans;

  ModelBeans(BeanFactory beans) {
    this.beans = beans;
  }

  @Override
  public boolean containsKey(Object name) {
    return name instanceof String text && NAMES.contains(text);
  }

  @Override
  public Object get(Object name) {
    return containsKey(name) ? beans.getBean((String) name) : null;
  }

  @Override
  public Set<Map.Entry<Object, Object>> entrySet() {
    return NAMES.stream().map(name -> Map.entry((Object) name, get(name))).collect(Collectors.toUnmodifiableSet());
  }
}
