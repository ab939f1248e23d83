ALTER TABLE `outbox` ADD `staff_id` text REFERENCES staff(id);
