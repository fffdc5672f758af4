package cn.gov.officecleanup.testkit;

import cn.gov.officecleanup.mechanism.province.Province;
import cn.gov.officecleanup.mechanism.register.PlanCities;
import java.io.IOException;
import java.io.UncheckedIOException;
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

  public static final PlanCities PLAN_CITIES = planCities();

  private Henan() {
  }

  private static PlanCities planCities() {
    try {
      return new PlanCities(new ClassPathResource("db/data/plan-cities.csv"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Properties configuration() {
    YamlPropertiesFactoryBean yaml = new YamlPropertiesFactoryBean();
    yaml.setResources(new ClassPathResource("application.yml"));
    return yaml.getObject();
  }
}
