package cn.gov.officecleanup.mechanism.identity;

import org.camunda.bpm.identity.impl.ldap.plugin.LdapIdentityProviderPlugin;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Takes users and groups from an LDAP directory where {@code cleanup.ldap.server-url} is set; the settings below {@code cleanup.ldap} are
 * those of Camunda's LDAP identity service. The groups' ids there are those of {@link Groups}; the engine then changes neither users nor
 * groups.
 */
@Configuration
@ConditionalOnProperty("cleanup.ldap.server-url")
class DirectoryUsers {

  @Bean
  @ConfigurationProperties("cleanup.ldap")
  LdapIdentityProviderPlugin ldapIdentityProvider() {
    return new LdapIdentityProviderPlugin();
  }
}
