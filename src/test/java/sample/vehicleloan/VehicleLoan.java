package sample.vehicleloan;

/** What the form of the sample takes. */
record VehicleLoan(String caseNumber, String plateNumber, Integer days, String purpose) {
}
