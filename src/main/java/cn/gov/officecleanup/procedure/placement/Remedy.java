package cn.gov.officecleanup.procedure.placement;

/** To whom a person can turn who does not agree with the placement. */
enum Remedy {

  /** review and appeal by the Civil Service Law */
  CIVIL_SERVICE,
  /** review and appeal by the rules of the institution; arbitration of disputes about the contract */
  PERSONNEL,
  /** arbitration of labour disputes */
  LABOUR,
  /** the unit that the person belongs to */
  OWN_UNIT;

  /** @return what the person is told, with its terms */
  String inWords(PlacementProperties properties) {
    return switch (this) {
      case CIVIL_SERVICE -> "自知道该人事处理之日起%d日内可以向原处理机关申请复核；对复核结果不服的，自接到复核决定之日起%d日内可以提出申诉；也可以不经复核，自知道该人事处理之日起%d日内直接提出申诉（公务员法第九十五条）。"
          .formatted(properties.reviewDays(), properties.appealDays(), properties.reviewDays());
      case PERSONNEL -> "可以按照人事管理规定申请复核、提出申诉；因聘用合同或者劳动关系发生争议的，自知道或者应当知道权利被侵害之日起%d年内可以申请劳动人事争议仲裁。".formatted(properties.arbitrationYears());
      case LABOUR -> "发生劳动争议的，自知道或者应当知道权利被侵害之日起%d年内可以申请劳动人事争议仲裁。".formatted(properties.arbitrationYears());
      case OWN_UNIT -> "可以向人事关系所在单位提出，由该单位按照有关规定处理。";
    };
  }
}
