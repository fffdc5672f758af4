package cn.gov.officecleanup.procedure.reception;

import java.math.BigDecimal;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Thresholds of receptions; configuration with its source beside it.
 *
 * @param headGuests most guests of a reception that the head approves
 * @param headAmount highest sum in yuan of a reception that the head approves
 * @param sameCityRefused whether guests from the city in which the office is are not received
 */
@ConfigurationProperties("cleanup.reception")
record ReceptionProperties(@DefaultValue("10") int headGuests, @DefaultValue("3000.00") BigDecimal headAmount,
    @DefaultValue("true") boolean sameCityRefused) {
}
