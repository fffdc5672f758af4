package cn.gov.henan.officecleanup.document;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * @param maxSize   largest document that is accepted
 * @param templates folder of the Word templates, ending in a slash; point it at a {@code file:} folder to use edited ones
 */
@ConfigurationProperties("cleanup.documents")
record DocumentProperties(@DefaultValue("20MB") DataSize maxSize, @DefaultValue("classpath:/documents/") String templates) {
}
