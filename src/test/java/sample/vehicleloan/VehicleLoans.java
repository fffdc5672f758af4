package sample.vehicleloan;

import cn.gov.officecleanup.mechanism.form.FormRecords;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The loans of all cases. */
@Repository
class VehicleLoans extends FormRecords<VehicleLoan> {

  VehicleLoans(JdbcClient jdbc) {
    super(jdbc, VehicleLoan.class, "vehicle_loan", "vehicle-loan");
  }
}
