package cn.gov.officecleanup.testkit;

import cn.gov.officecleanup.mechanism.province.Province;
import java.util.Properties;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.core.io.ClassPathResource;

/** The province of the delivered configuration, for tests that do without the application. */
public final class Henan {

  public static final Province PROVINCE = new Binder(new MapConfigurationPropertySource(configuration()))
      .bind("cleanup.province", Province.class)
      .get();

  private Henan() {
  }

  private static Properties configuration() {
    YamlPropertiesFactoryBean yaml = new YamlPropertiesFactoryBean();
    yaml.setResources(new ClassPathResource("application.yml"));
    return yaml.getObject();
  }
}
