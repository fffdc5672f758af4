--liquibase formatted sql

--changeset office-cleanup:170-calendar-day
--comment: working days and days off of years that were loaded in the application, beside those it brings with it
create table calendar_day (
  arrangement_year integer not null, -- whose arrangement it is
  calendar_day date not null,
  worked boolean not null, -- false: a public holiday, true: a make-up day (调休上班)
  name varchar(50) not null,
  source varchar(100) not null, -- number of the State Council's notice
  primary key (arrangement_year, calendar_day)
);
