package cn.gov.officecleanup.edge.demo;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Profile;

/** What the demo makes up about Henan; the demo of another province begins with an empty register. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Profile("demo")
@ConditionalOnProperty(name = "cleanup.province.code", havingValue = "410000")
@interface SampleOfHenan {
}
