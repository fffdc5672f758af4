package cn.gov.officecleanup.mechanism.document;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What a case takes of documents.
 *
 * @param maxSize largest document that is accepted
 * @param mostAtStep most documents that officials attach at one step of a case
 * @param mostInCase most documents that officials attach to one case
 */
@ConfigurationProperties("cleanup.documents")
record DocumentProperties(@DefaultValue("20MB") DataSize maxSize, @DefaultValue("50") int mostAtStep, @DefaultValue("200") int mostInCase) {
}
