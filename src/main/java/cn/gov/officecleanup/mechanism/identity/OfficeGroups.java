package cn.gov.officecleanup.mechanism.identity;

import cn.gov.officecleanup.mechanism.register.Office;
import cn.gov.officecleanup.mechanism.register.OfficeRegister;
import cn.gov.officecleanup.mechanism.register.OfficeStatusNoted;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Makes the groups of an office's staff and head once it is decided that the office stays, and ends them with the office, in the same
 * transaction: their members leave them, what they may do ends, and what they had to do is the sending government's. While it is open again
 * whether an office stays, or as long as it is being wound up, its people are what they were.
 */
@Component
class OfficeGroups implements SmartInitializingSingleton {

  private final IdentityService identity;
  private final IdentitySetup setup;
  private final GroupAuthorizations authorizations;
  private final GroupNames names;
  private final OfficeRegister register;
  private final Officials officials;
  private final ApplicationEventPublisher events;

  OfficeGroups(IdentityService identity, IdentitySetup setup, GroupAuthorizations authorizations, GroupNames names, OfficeRegister register,
      Officials officials, ApplicationEventPublisher events) {
    this.identity = identity;
    this.setup = setup;
    this.authorizations = authorizations;
    this.names = names;
    this.register = register;
    this.officials = officials;
    this.events = events;
  }

  /** Offices that were kept before there were such groups get theirs. */
  @Override
  public void afterSingletonsInstantiated() {
    register.all()
        .stream()
        .filter(office -> office.status().stays())
        .flatMap(office -> Groups.ofOffice(office.id()).stream())
        .forEach(setup::ensure);
  }

  @EventListener
  void noted(OfficeStatusNoted noted) {
    if (noted.status().stays() || noted.status().ended()) {
      officials.asApplication(() -> {
        Office office = register.get(noted.officeId());
        Groups.ofOffice(office.id()).forEach(group -> {
          if (noted.status().ended()) {
            end(group, office);
          } else if (identity.isReadOnly() || setup.find(group).filter(found -> found.getName().equals(names.nameOf(group))).isEmpty()) {
            setup.ensure(group);
          }
        });
        return null;
      });
    }
  }

  private void end(String group, Office office) {
    events.publishEvent(new GroupEnded(group, office.name(), Groups.officialsOf(office.governmentCode())));
    if (!identity.isReadOnly()) {
      // one by one, so that each is in the audit log and ends what it gave
      identity.createUserQuery()
          .memberOfGroup(group)
          .list()
          .stream()
          .map(User::getId)
          .forEach(user -> identity.deleteMembership(user, group));
      if (setup.find(group).isPresent()) {
        identity.deleteGroup(group);
      }
    }
    authorizations.end(group);
  }
}
