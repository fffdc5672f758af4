--liquibase formatted sql

--changeset office-cleanup:702-inspection-plan
--comment: whom the bureau inspects in a year (C14): how many by risk and by chance, with the seed by which the draw is repeated
create table inspection_plan (
  case_number varchar(32) primary key references case_file (case_number),
  plan_year integer not null,
  by_risk integer not null,
  by_chance integer not null,
  seed bigint not null,
  purpose varchar(2000),
  plan_number varchar(40)
);

--changeset office-cleanup:702-inspection-draw
--comment: the offices as they stood when it was drawn, each with its risk and whether it is inspected
create table inspection_draw (
  case_number varchar(32) not null references inspection_plan (case_number),
  office_id bigint not null references office (id),
  position integer not null,
  score integer not null,
  reasons varchar(1000),
  occasion varchar(16), -- RISK, CHANCE; null where it is not inspected
  primary key (case_number, office_id)
);
create index inspection_draw_office on inspection_draw (office_id);
