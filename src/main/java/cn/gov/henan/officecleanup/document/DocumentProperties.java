package cn.gov.henan.officecleanup.document;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/** @param maxSize largest document that is accepted */
@ConfigurationProperties("cleanup.documents")
record DocumentProperties(@DefaultValue("20MB") DataSize maxSize) {
}
