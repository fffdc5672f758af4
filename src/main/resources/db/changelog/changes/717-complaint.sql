--liquibase formatted sql

--changeset office-cleanup:717-complaint
--comment: a complaint (C14), without who made it, see reporter_identity; its forms fill it in
create table complaint (
  case_number varchar(32) primary key references case_file (case_number),
  receiving_group varchar(64) not null, -- id of the group that received it
  channel varchar(16) not null, -- HOTLINE, LETTER, VISIT, TRANSFER, PAGE
  received_on date not null,
  kind varchar(16), -- ACCUSATION, REQUEST, SUGGESTION
  about_office bigint references office (id),
  about_other varchar(200),
  complaint_text varchar(5000), -- read by who received it alone
  reporter_count integer,
  transferred_from varchar(200),
  sorted_as varchar(16),
  names_government boolean,
  names_bureau boolean,
  named_people varchar(1000),
  passed_on varchar(5000), -- what those who handle it read of it
  looked_through boolean,
  not_accepted_reason varchar(1000),
  other_way varchar(500),
  linked_case varchar(32) references case_file (case_number),
  accepted_on date,
  handling_group varchar(64), -- id of the group that handles it
  extended_days integer,
  more_time_reason varchar(1000),
  extended boolean,
  facts varchar(4000),
  handling_opinion varchar(4000),
  legal_basis varchar(1000),
  found_government boolean,
  found_bureau boolean,
  found_people varchar(1000),
  reply_number varchar(40),
  served_on date,
  service_way varchar(16) -- MAIL, HAND, LEFT
);
create index complaint_received on complaint (receiving_group, received_on);
create index complaint_about on complaint (about_office);
create index complaint_linked on complaint (linked_case);
