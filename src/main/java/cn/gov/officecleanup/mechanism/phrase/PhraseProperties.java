package cn.gov.officecleanup.mechanism.phrase;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Phrases that all officials are offered.
 *
 * @param office in the order in which they are offered
 */
@ConfigurationProperties("cleanup.phrases")
record PhraseProperties(@DefaultValue List<String> office) {
}
