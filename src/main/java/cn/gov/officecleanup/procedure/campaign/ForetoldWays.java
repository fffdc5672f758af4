package cn.gov.officecleanup.procedure.campaign;

import cn.gov.officecleanup.mechanism.casefile.CaseFiles;
import cn.gov.officecleanup.mechanism.deadline.Terms;
import cn.gov.officecleanup.mechanism.register.Disposition;
import cn.gov.officecleanup.mechanism.register.DispositionResult;
import cn.gov.officecleanup.mechanism.register.Office;
import cn.gov.officecleanup.mechanism.register.WhatBegins;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Foretells the way on which {@link OfficeWays} sends an office while a campaign is under way; what the plan abolishes is abolished without
 * one as well, by the daily look at the register (C1, C2, C4).
 */
@Component
class ForetoldWays implements WhatBegins {

  private static final String ABOLITION = "撤销";
  private static final String APPLICATION_DEADLINE = "application-deadline";

  private final Campaigns campaigns;
  private final CaseFiles cases;
  private final Terms terms;

  ForetoldWays(Campaigns campaigns, CaseFiles cases, Terms terms) {
    this.campaigns = campaigns;
    this.cases = cases;
    this.terms = terms;
  }

  @Override
  public Optional<String> of(Office office, DispositionResult disposition) {
    if (cases.reserving(CaseFiles.office(office.id())).isPresent()) {
      return Optional.empty();
    }
    if (disposition.disposition() == Disposition.ABOLISH) {
      return Optional.of(ABOLITION);
    }
    return campaigns.running().flatMap(campaign -> switch (disposition.disposition()) {
      case MAY_APPLY_FOR_RETENTION -> Optional.of(terms.isCampaignDayPast(APPLICATION_DEADLINE) ? "保留申请（期限已过，由省局确认）" : "保留申请");
      case INTEGRATE, CO_LOCATE, RETAIN_PAIRED_ASSISTANCE -> Optional.of("整合");
      case ABOLISH, RETAIN_UNTIL_SPECIAL_WORK_ENDS, NO_MEASURE, OUTSIDE_PLAN -> Optional.empty();
    });
  }
}
