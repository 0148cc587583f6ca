//! The types, annotated with all the properties that the corpus shows for them.

pub mod access_reviews;
pub mod app_protection;
pub mod apps;
pub mod bookings;
pub mod calendar;
pub mod call_records;
pub mod calls;
pub mod chat;
pub mod common;
pub mod conditional_access;
pub mod device_compliance;
pub mod device_configuration;
pub mod directory;
pub mod drive;
pub mod education;
pub mod extensions;
pub mod mail;
pub mod managed_devices;
pub mod planner;
pub mod printing;
pub mod security;
pub mod teams;
pub mod workbook;
