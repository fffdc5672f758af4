package cn.gov.henan.officecleanup.casefile;

import cn.gov.henan.officecleanup.identity.Official;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Who may read a case and its documents: who may read the government's cases; a case about a person only those who handle that government's people,
 * however far the office of others reaches (C6).
 */
@Component
public class CaseReading {

  private static final Set<String> ABOUT_A_PERSON = Set.of("staff-placement");

  /** @return whether the official may read the case */
  public boolean mayRead(Official official, CaseFile file) {
    return ABOUT_A_PERSON.contains(file.procedureKey()) ? official.handlesPeopleOf(file.governmentCode()) : official.mayRead(file.governmentCode());
  }
}
