import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`files\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`number\` numeric NOT NULL,
  	\`payer_id\` text(36) NOT NULL,
  	\`season_id\` text(36),
  	\`status\` text NOT NULL,
  	\`total\` numeric DEFAULT 0 NOT NULL,
  	\`paid\` numeric DEFAULT 0 NOT NULL,
  	\`balance\` numeric DEFAULT 0 NOT NULL,
  	\`currency\` text NOT NULL,
  	\`channel_id\` text(36),
  	\`payment_deadline\` text,
  	\`external_number\` text,
  	\`run_id\` text(36),
  	\`remarks\` text,
  	\`number_key\` text NOT NULL,
  	\`origin_key\` text,
  	\`site_id\` text(36) NOT NULL,
  	\`institution_id\` text(36) NOT NULL,
  	\`search_key\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`payer_id\`) REFERENCES \`contacts\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`season_id\`) REFERENCES \`seasons\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`channel_id\`) REFERENCES \`sales_channels\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`run_id\`) REFERENCES \`runs\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`site_id\`) REFERENCES \`sites\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`institution_id\`) REFERENCES \`institutions\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`files_number_idx\` ON \`files\` (\`number\`);`)
  await db.run(sql`CREATE INDEX \`files_payer_idx\` ON \`files\` (\`payer_id\`);`)
  await db.run(sql`CREATE INDEX \`files_season_idx\` ON \`files\` (\`season_id\`);`)
  await db.run(sql`CREATE INDEX \`files_status_idx\` ON \`files\` (\`status\`);`)
  await db.run(sql`CREATE INDEX \`files_balance_idx\` ON \`files\` (\`balance\`);`)
  await db.run(sql`CREATE INDEX \`files_channel_idx\` ON \`files\` (\`channel_id\`);`)
  await db.run(sql`CREATE INDEX \`files_payment_deadline_idx\` ON \`files\` (\`payment_deadline\`);`)
  await db.run(sql`CREATE INDEX \`files_external_number_idx\` ON \`files\` (\`external_number\`);`)
  await db.run(sql`CREATE INDEX \`files_run_idx\` ON \`files\` (\`run_id\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`files_number_key_idx\` ON \`files\` (\`number_key\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`files_origin_key_idx\` ON \`files\` (\`origin_key\`);`)
  await db.run(sql`CREATE INDEX \`files_site_idx\` ON \`files\` (\`site_id\`);`)
  await db.run(sql`CREATE INDEX \`files_institution_idx\` ON \`files\` (\`institution_id\`);`)
  await db.run(sql`CREATE INDEX \`files_search_key_idx\` ON \`files\` (\`search_key\`);`)
  await db.run(sql`CREATE INDEX \`files_updated_at_idx\` ON \`files\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`files_created_at_idx\` ON \`files\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`institution_number_idx\` ON \`files\` (\`institution_id\`,\`number\`);`)
  await db.run(sql`CREATE INDEX \`site_institution_number_idx\` ON \`files\` (\`site_id\`,\`institution_id\`,\`number\`);`)
  await db.run(sql`CREATE TABLE \`orders\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`number\` numeric NOT NULL,
  	\`file_id\` text(36) NOT NULL,
  	\`kind\` text NOT NULL,
  	\`amount\` numeric NOT NULL,
  	\`requested_by\` text DEFAULT 'public' NOT NULL,
  	\`cause\` text,
  	\`channel_id\` text(36),
  	\`shipment_mode_id\` text(36),
  	\`payment_deadline\` text,
  	\`user_id\` text(36),
  	\`run_id\` text(36),
  	\`number_key\` text NOT NULL,
  	\`site_id\` text(36) NOT NULL,
  	\`institution_id\` text(36) NOT NULL,
  	\`search_key\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`file_id\`) REFERENCES \`files\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`channel_id\`) REFERENCES \`sales_channels\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`shipment_mode_id\`) REFERENCES \`shipment_modes\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`user_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`run_id\`) REFERENCES \`runs\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`site_id\`) REFERENCES \`sites\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`institution_id\`) REFERENCES \`institutions\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`orders_number_idx\` ON \`orders\` (\`number\`);`)
  await db.run(sql`CREATE INDEX \`orders_file_idx\` ON \`orders\` (\`file_id\`);`)
  await db.run(sql`CREATE INDEX \`orders_kind_idx\` ON \`orders\` (\`kind\`);`)
  await db.run(sql`CREATE INDEX \`orders_requested_by_idx\` ON \`orders\` (\`requested_by\`);`)
  await db.run(sql`CREATE INDEX \`orders_channel_idx\` ON \`orders\` (\`channel_id\`);`)
  await db.run(sql`CREATE INDEX \`orders_shipment_mode_idx\` ON \`orders\` (\`shipment_mode_id\`);`)
  await db.run(sql`CREATE INDEX \`orders_user_idx\` ON \`orders\` (\`user_id\`);`)
  await db.run(sql`CREATE INDEX \`orders_run_idx\` ON \`orders\` (\`run_id\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`orders_number_key_idx\` ON \`orders\` (\`number_key\`);`)
  await db.run(sql`CREATE INDEX \`orders_site_idx\` ON \`orders\` (\`site_id\`);`)
  await db.run(sql`CREATE INDEX \`orders_institution_idx\` ON \`orders\` (\`institution_id\`);`)
  await db.run(sql`CREATE INDEX \`orders_search_key_idx\` ON \`orders\` (\`search_key\`);`)
  await db.run(sql`CREATE INDEX \`orders_updated_at_idx\` ON \`orders\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`orders_created_at_idx\` ON \`orders\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`institution_number_1_idx\` ON \`orders\` (\`institution_id\`,\`number\`);`)
  await db.run(sql`CREATE INDEX \`site_institution_number_1_idx\` ON \`orders\` (\`site_id\`,\`institution_id\`,\`number\`);`)
  await db.run(sql`CREATE TABLE \`lines\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`file_id\` text(36) NOT NULL,
  	\`order_id\` text(36) NOT NULL,
  	\`kind\` text NOT NULL,
  	\`state\` text NOT NULL,
  	\`parent_id\` text(36),
  	\`season_id\` text(36),
  	\`subscription_id\` text(36),
  	\`performance_id\` text(36),
  	\`tariff_id\` text(36),
  	\`price_category_id\` text(36),
  	\`seat_id\` text(36),
  	\`payer_id\` text(36) NOT NULL,
  	\`beneficiary_id\` text(36),
  	\`shipment_mode_id\` text(36),
  	\`amount\` numeric NOT NULL,
  	\`origin_line_id\` text(36),
  	\`cancelled_by_id\` text(36),
  	\`run_id\` text(36),
  	\`renewal_key\` text NOT NULL,
  	\`site_id\` text(36) NOT NULL,
  	\`institution_id\` text(36) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`file_id\`) REFERENCES \`files\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`order_id\`) REFERENCES \`orders\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`lines\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`season_id\`) REFERENCES \`seasons\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`subscription_id\`) REFERENCES \`subscriptions\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`performance_id\`) REFERENCES \`performances\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`tariff_id\`) REFERENCES \`tariffs\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`price_category_id\`) REFERENCES \`price_categories\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`seat_id\`) REFERENCES \`seats\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`payer_id\`) REFERENCES \`contacts\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`beneficiary_id\`) REFERENCES \`contacts\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`shipment_mode_id\`) REFERENCES \`shipment_modes\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`origin_line_id\`) REFERENCES \`lines\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`cancelled_by_id\`) REFERENCES \`orders\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`run_id\`) REFERENCES \`runs\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`site_id\`) REFERENCES \`sites\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`institution_id\`) REFERENCES \`institutions\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`lines_file_idx\` ON \`lines\` (\`file_id\`);`)
  await db.run(sql`CREATE INDEX \`lines_order_idx\` ON \`lines\` (\`order_id\`);`)
  await db.run(sql`CREATE INDEX \`lines_kind_idx\` ON \`lines\` (\`kind\`);`)
  await db.run(sql`CREATE INDEX \`lines_state_idx\` ON \`lines\` (\`state\`);`)
  await db.run(sql`CREATE INDEX \`lines_parent_idx\` ON \`lines\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`lines_season_idx\` ON \`lines\` (\`season_id\`);`)
  await db.run(sql`CREATE INDEX \`lines_subscription_idx\` ON \`lines\` (\`subscription_id\`);`)
  await db.run(sql`CREATE INDEX \`lines_performance_idx\` ON \`lines\` (\`performance_id\`);`)
  await db.run(sql`CREATE INDEX \`lines_tariff_idx\` ON \`lines\` (\`tariff_id\`);`)
  await db.run(sql`CREATE INDEX \`lines_price_category_idx\` ON \`lines\` (\`price_category_id\`);`)
  await db.run(sql`CREATE INDEX \`lines_seat_idx\` ON \`lines\` (\`seat_id\`);`)
  await db.run(sql`CREATE INDEX \`lines_payer_idx\` ON \`lines\` (\`payer_id\`);`)
  await db.run(sql`CREATE INDEX \`lines_beneficiary_idx\` ON \`lines\` (\`beneficiary_id\`);`)
  await db.run(sql`CREATE INDEX \`lines_shipment_mode_idx\` ON \`lines\` (\`shipment_mode_id\`);`)
  await db.run(sql`CREATE INDEX \`lines_origin_line_idx\` ON \`lines\` (\`origin_line_id\`);`)
  await db.run(sql`CREATE INDEX \`lines_cancelled_by_idx\` ON \`lines\` (\`cancelled_by_id\`);`)
  await db.run(sql`CREATE INDEX \`lines_run_idx\` ON \`lines\` (\`run_id\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`lines_renewal_key_idx\` ON \`lines\` (\`renewal_key\`);`)
  await db.run(sql`CREATE INDEX \`lines_site_idx\` ON \`lines\` (\`site_id\`);`)
  await db.run(sql`CREATE INDEX \`lines_institution_idx\` ON \`lines\` (\`institution_id\`);`)
  await db.run(sql`CREATE INDEX \`lines_updated_at_idx\` ON \`lines\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`lines_created_at_idx\` ON \`lines\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`season_kind_state_file_idx\` ON \`lines\` (\`season_id\`,\`kind\`,\`state\`,\`file_id\`);`)
  await db.run(sql`CREATE INDEX \`institution_createdAt_idx\` ON \`lines\` (\`institution_id\`,\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`site_institution_createdAt_idx\` ON \`lines\` (\`site_id\`,\`institution_id\`,\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`seat_allocations\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`performance_id\` text(36) NOT NULL,
  	\`seat_id\` text(36) NOT NULL,
  	\`line_id\` text(36) NOT NULL,
  	\`file_id\` text(36) NOT NULL,
  	\`state\` text NOT NULL,
  	\`seat_key\` text NOT NULL,
  	\`site_id\` text(36) NOT NULL,
  	\`institution_id\` text(36) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`performance_id\`) REFERENCES \`performances\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`seat_id\`) REFERENCES \`seats\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`line_id\`) REFERENCES \`lines\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`file_id\`) REFERENCES \`files\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`site_id\`) REFERENCES \`sites\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`institution_id\`) REFERENCES \`institutions\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`seat_allocations_performance_idx\` ON \`seat_allocations\` (\`performance_id\`);`)
  await db.run(sql`CREATE INDEX \`seat_allocations_seat_idx\` ON \`seat_allocations\` (\`seat_id\`);`)
  await db.run(sql`CREATE INDEX \`seat_allocations_line_idx\` ON \`seat_allocations\` (\`line_id\`);`)
  await db.run(sql`CREATE INDEX \`seat_allocations_file_idx\` ON \`seat_allocations\` (\`file_id\`);`)
  await db.run(sql`CREATE INDEX \`seat_allocations_state_idx\` ON \`seat_allocations\` (\`state\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`seat_allocations_seat_key_idx\` ON \`seat_allocations\` (\`seat_key\`);`)
  await db.run(sql`CREATE INDEX \`seat_allocations_site_idx\` ON \`seat_allocations\` (\`site_id\`);`)
  await db.run(sql`CREATE INDEX \`seat_allocations_institution_idx\` ON \`seat_allocations\` (\`institution_id\`);`)
  await db.run(sql`CREATE INDEX \`seat_allocations_updated_at_idx\` ON \`seat_allocations\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`seat_allocations_created_at_idx\` ON \`seat_allocations\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`institution_createdAt_1_idx\` ON \`seat_allocations\` (\`institution_id\`,\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`site_institution_createdAt_1_idx\` ON \`seat_allocations\` (\`site_id\`,\`institution_id\`,\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`tickets\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`number\` numeric NOT NULL,
  	\`file_id\` text(36) NOT NULL,
  	\`line_id\` text(36) NOT NULL,
  	\`medium\` text NOT NULL,
  	\`state\` text NOT NULL,
  	\`number_key\` text NOT NULL,
  	\`site_id\` text(36) NOT NULL,
  	\`institution_id\` text(36) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`file_id\`) REFERENCES \`files\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`line_id\`) REFERENCES \`lines\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`site_id\`) REFERENCES \`sites\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`institution_id\`) REFERENCES \`institutions\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`tickets_number_idx\` ON \`tickets\` (\`number\`);`)
  await db.run(sql`CREATE INDEX \`tickets_file_idx\` ON \`tickets\` (\`file_id\`);`)
  await db.run(sql`CREATE INDEX \`tickets_line_idx\` ON \`tickets\` (\`line_id\`);`)
  await db.run(sql`CREATE INDEX \`tickets_medium_idx\` ON \`tickets\` (\`medium\`);`)
  await db.run(sql`CREATE INDEX \`tickets_state_idx\` ON \`tickets\` (\`state\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`tickets_number_key_idx\` ON \`tickets\` (\`number_key\`);`)
  await db.run(sql`CREATE INDEX \`tickets_site_idx\` ON \`tickets\` (\`site_id\`);`)
  await db.run(sql`CREATE INDEX \`tickets_institution_idx\` ON \`tickets\` (\`institution_id\`);`)
  await db.run(sql`CREATE INDEX \`tickets_updated_at_idx\` ON \`tickets\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`tickets_created_at_idx\` ON \`tickets\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`institution_number_2_idx\` ON \`tickets\` (\`institution_id\`,\`number\`);`)
  await db.run(sql`CREATE INDEX \`site_institution_number_2_idx\` ON \`tickets\` (\`site_id\`,\`institution_id\`,\`number\`);`)
  await db.run(sql`CREATE TABLE \`payments\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`file_id\` text(36) NOT NULL,
  	\`order_id\` text(36),
  	\`contact_id\` text(36),
  	\`method\` text NOT NULL,
  	\`payment_method_id\` text(36),
  	\`amount\` numeric NOT NULL,
  	\`paid\` numeric DEFAULT 0 NOT NULL,
  	\`state\` text NOT NULL,
  	\`instalments\` numeric DEFAULT 1 NOT NULL,
  	\`paid_at\` text,
  	\`alias_id\` text(36),
  	\`mandate_id\` text(36),
  	\`mandate_reference\` text,
  	\`refund_of_id\` text(36),
  	\`on_decline\` text,
  	\`decline_deadline\` text,
  	\`booked\` text,
  	\`charge_key\` text NOT NULL,
  	\`site_id\` text(36) NOT NULL,
  	\`institution_id\` text(36) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`file_id\`) REFERENCES \`files\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`order_id\`) REFERENCES \`orders\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`contact_id\`) REFERENCES \`contacts\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`payment_method_id\`) REFERENCES \`payment_methods\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`alias_id\`) REFERENCES \`aliases\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`mandate_id\`) REFERENCES \`mandates\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`refund_of_id\`) REFERENCES \`payments\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`site_id\`) REFERENCES \`sites\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`institution_id\`) REFERENCES \`institutions\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`payments_file_idx\` ON \`payments\` (\`file_id\`);`)
  await db.run(sql`CREATE INDEX \`payments_order_idx\` ON \`payments\` (\`order_id\`);`)
  await db.run(sql`CREATE INDEX \`payments_contact_idx\` ON \`payments\` (\`contact_id\`);`)
  await db.run(sql`CREATE INDEX \`payments_method_idx\` ON \`payments\` (\`method\`);`)
  await db.run(sql`CREATE INDEX \`payments_payment_method_idx\` ON \`payments\` (\`payment_method_id\`);`)
  await db.run(sql`CREATE INDEX \`payments_state_idx\` ON \`payments\` (\`state\`);`)
  await db.run(sql`CREATE INDEX \`payments_alias_idx\` ON \`payments\` (\`alias_id\`);`)
  await db.run(sql`CREATE INDEX \`payments_mandate_idx\` ON \`payments\` (\`mandate_id\`);`)
  await db.run(sql`CREATE INDEX \`payments_refund_of_idx\` ON \`payments\` (\`refund_of_id\`);`)
  await db.run(sql`CREATE INDEX \`payments_on_decline_idx\` ON \`payments\` (\`on_decline\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`payments_charge_key_idx\` ON \`payments\` (\`charge_key\`);`)
  await db.run(sql`CREATE INDEX \`payments_site_idx\` ON \`payments\` (\`site_id\`);`)
  await db.run(sql`CREATE INDEX \`payments_institution_idx\` ON \`payments\` (\`institution_id\`);`)
  await db.run(sql`CREATE INDEX \`payments_updated_at_idx\` ON \`payments\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`payments_created_at_idx\` ON \`payments\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`institution_createdAt_2_idx\` ON \`payments\` (\`institution_id\`,\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`site_institution_createdAt_2_idx\` ON \`payments\` (\`site_id\`,\`institution_id\`,\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`instalments\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`file_id\` text(36) NOT NULL,
  	\`payment_id\` text(36) NOT NULL,
  	\`contact_id\` text(36) NOT NULL,
  	\`index\` numeric NOT NULL,
  	\`amount\` numeric NOT NULL,
  	\`due_at\` text NOT NULL,
  	\`state\` text NOT NULL,
  	\`reason\` text,
  	\`attempts\` numeric DEFAULT 0 NOT NULL,
  	\`next_attempt_at\` text,
  	\`paid_at\` text,
  	\`instalment_key\` text NOT NULL,
  	\`site_id\` text(36) NOT NULL,
  	\`institution_id\` text(36) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`file_id\`) REFERENCES \`files\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`payment_id\`) REFERENCES \`payments\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`contact_id\`) REFERENCES \`contacts\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`site_id\`) REFERENCES \`sites\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`institution_id\`) REFERENCES \`institutions\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`instalments_file_idx\` ON \`instalments\` (\`file_id\`);`)
  await db.run(sql`CREATE INDEX \`instalments_payment_idx\` ON \`instalments\` (\`payment_id\`);`)
  await db.run(sql`CREATE INDEX \`instalments_contact_idx\` ON \`instalments\` (\`contact_id\`);`)
  await db.run(sql`CREATE INDEX \`instalments_state_idx\` ON \`instalments\` (\`state\`);`)
  await db.run(sql`CREATE INDEX \`instalments_reason_idx\` ON \`instalments\` (\`reason\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`instalments_instalment_key_idx\` ON \`instalments\` (\`instalment_key\`);`)
  await db.run(sql`CREATE INDEX \`instalments_site_idx\` ON \`instalments\` (\`site_id\`);`)
  await db.run(sql`CREATE INDEX \`instalments_institution_idx\` ON \`instalments\` (\`institution_id\`);`)
  await db.run(sql`CREATE INDEX \`instalments_updated_at_idx\` ON \`instalments\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`instalments_created_at_idx\` ON \`instalments\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`state_dueAt_idx\` ON \`instalments\` (\`state\`,\`due_at\`);`)
  await db.run(sql`CREATE INDEX \`state_nextAttemptAt_idx\` ON \`instalments\` (\`state\`,\`next_attempt_at\`);`)
  await db.run(sql`CREATE INDEX \`institution_dueAt_idx\` ON \`instalments\` (\`institution_id\`,\`due_at\`);`)
  await db.run(sql`CREATE INDEX \`site_institution_dueAt_idx\` ON \`instalments\` (\`site_id\`,\`institution_id\`,\`due_at\`);`)
  await db.run(sql`CREATE TABLE \`contacts\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`kind\` text DEFAULT 'person' NOT NULL,
  	\`number\` numeric,
  	\`language\` text DEFAULT 'de' NOT NULL,
  	\`salutation\` text,
  	\`first_name\` text,
  	\`last_name\` text,
  	\`company\` text,
  	\`street\` text,
  	\`house_number\` text,
  	\`address_line2\` text,
  	\`postcode\` text,
  	\`city\` text,
  	\`country\` text DEFAULT 'CH',
  	\`email\` text,
  	\`phone\` text,
  	\`remarks\` text,
  	\`display_name\` text,
  	\`external_number\` text,
  	\`identity_key\` text,
  	\`institution_id\` text(36) NOT NULL,
  	\`search_key\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`institution_id\`) REFERENCES \`institutions\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`contacts_kind_idx\` ON \`contacts\` (\`kind\`);`)
  await db.run(sql`CREATE INDEX \`contacts_number_idx\` ON \`contacts\` (\`number\`);`)
  await db.run(sql`CREATE INDEX \`contacts_language_idx\` ON \`contacts\` (\`language\`);`)
  await db.run(sql`CREATE INDEX \`contacts_postcode_idx\` ON \`contacts\` (\`postcode\`);`)
  await db.run(sql`CREATE INDEX \`contacts_email_idx\` ON \`contacts\` (\`email\`);`)
  await db.run(sql`CREATE INDEX \`contacts_display_name_idx\` ON \`contacts\` (\`display_name\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`contacts_identity_key_idx\` ON \`contacts\` (\`identity_key\`);`)
  await db.run(sql`CREATE INDEX \`contacts_institution_idx\` ON \`contacts\` (\`institution_id\`);`)
  await db.run(sql`CREATE INDEX \`contacts_search_key_idx\` ON \`contacts\` (\`search_key\`);`)
  await db.run(sql`CREATE INDEX \`contacts_updated_at_idx\` ON \`contacts\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`contacts_created_at_idx\` ON \`contacts\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`institution_createdAt_3_idx\` ON \`contacts\` (\`institution_id\`,\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`contact_answers\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`contact_id\` text(36) NOT NULL,
  	\`criterion_id\` text(36) NOT NULL,
  	\`answer\` text DEFAULT 'yes' NOT NULL,
  	\`text\` text,
  	\`answer_key\` text NOT NULL,
  	\`institution_id\` text(36) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`contact_id\`) REFERENCES \`contacts\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`criterion_id\`) REFERENCES \`criteria\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`institution_id\`) REFERENCES \`institutions\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`contact_answers_contact_idx\` ON \`contact_answers\` (\`contact_id\`);`)
  await db.run(sql`CREATE INDEX \`contact_answers_criterion_idx\` ON \`contact_answers\` (\`criterion_id\`);`)
  await db.run(sql`CREATE INDEX \`contact_answers_answer_idx\` ON \`contact_answers\` (\`answer\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`contact_answers_answer_key_idx\` ON \`contact_answers\` (\`answer_key\`);`)
  await db.run(sql`CREATE INDEX \`contact_answers_institution_idx\` ON \`contact_answers\` (\`institution_id\`);`)
  await db.run(sql`CREATE INDEX \`contact_answers_updated_at_idx\` ON \`contact_answers\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`contact_answers_created_at_idx\` ON \`contact_answers\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`preferred_seats\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`contact_id\` text(36) NOT NULL,
  	\`venue_id\` text(36) NOT NULL,
  	\`seat_id\` text(36) NOT NULL,
  	\`preference_key\` text NOT NULL,
  	\`institution_id\` text(36) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`contact_id\`) REFERENCES \`contacts\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`venue_id\`) REFERENCES \`venues\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`seat_id\`) REFERENCES \`seats\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`institution_id\`) REFERENCES \`institutions\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`preferred_seats_contact_idx\` ON \`preferred_seats\` (\`contact_id\`);`)
  await db.run(sql`CREATE INDEX \`preferred_seats_venue_idx\` ON \`preferred_seats\` (\`venue_id\`);`)
  await db.run(sql`CREATE INDEX \`preferred_seats_seat_idx\` ON \`preferred_seats\` (\`seat_id\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`preferred_seats_preference_key_idx\` ON \`preferred_seats\` (\`preference_key\`);`)
  await db.run(sql`CREATE INDEX \`preferred_seats_institution_idx\` ON \`preferred_seats\` (\`institution_id\`);`)
  await db.run(sql`CREATE INDEX \`preferred_seats_updated_at_idx\` ON \`preferred_seats\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`preferred_seats_created_at_idx\` ON \`preferred_seats\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`aliases\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`contact_id\` text(36) NOT NULL,
  	\`account_id\` text(36) NOT NULL,
  	\`title\` text NOT NULL,
  	\`brand\` text,
  	\`last4\` text,
  	\`expires_at\` text,
  	\`state\` text DEFAULT 'active' NOT NULL,
  	\`revoked_at\` text,
  	\`token\` text,
  	\`token_key\` text NOT NULL,
  	\`institution_id\` text(36) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`contact_id\`) REFERENCES \`contacts\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`account_id\`) REFERENCES \`payment_accounts\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`institution_id\`) REFERENCES \`institutions\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`aliases_contact_idx\` ON \`aliases\` (\`contact_id\`);`)
  await db.run(sql`CREATE INDEX \`aliases_account_idx\` ON \`aliases\` (\`account_id\`);`)
  await db.run(sql`CREATE INDEX \`aliases_expires_at_idx\` ON \`aliases\` (\`expires_at\`);`)
  await db.run(sql`CREATE INDEX \`aliases_state_idx\` ON \`aliases\` (\`state\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`aliases_token_key_idx\` ON \`aliases\` (\`token_key\`);`)
  await db.run(sql`CREATE INDEX \`aliases_institution_idx\` ON \`aliases\` (\`institution_id\`);`)
  await db.run(sql`CREATE INDEX \`aliases_updated_at_idx\` ON \`aliases\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`aliases_created_at_idx\` ON \`aliases\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`institution_createdAt_4_idx\` ON \`aliases\` (\`institution_id\`,\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`mandates\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`contact_id\` text(36) NOT NULL,
  	\`account_id\` text(36) NOT NULL,
  	\`reference\` text NOT NULL,
  	\`holder\` text,
  	\`masked_i_b_a_n\` text,
  	\`bic\` text,
  	\`signed_on\` text,
  	\`sequence\` text DEFAULT 'first' NOT NULL,
  	\`state\` text DEFAULT 'active' NOT NULL,
  	\`last_presented_on\` text,
  	\`revoked_at\` text,
  	\`iban\` text,
  	\`former_i_b_a_n\` text,
  	\`token\` text,
  	\`mandate_key\` text NOT NULL,
  	\`institution_id\` text(36) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`contact_id\`) REFERENCES \`contacts\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`account_id\`) REFERENCES \`payment_accounts\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`institution_id\`) REFERENCES \`institutions\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`mandates_contact_idx\` ON \`mandates\` (\`contact_id\`);`)
  await db.run(sql`CREATE INDEX \`mandates_account_idx\` ON \`mandates\` (\`account_id\`);`)
  await db.run(sql`CREATE INDEX \`mandates_reference_idx\` ON \`mandates\` (\`reference\`);`)
  await db.run(sql`CREATE INDEX \`mandates_sequence_idx\` ON \`mandates\` (\`sequence\`);`)
  await db.run(sql`CREATE INDEX \`mandates_state_idx\` ON \`mandates\` (\`state\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`mandates_mandate_key_idx\` ON \`mandates\` (\`mandate_key\`);`)
  await db.run(sql`CREATE INDEX \`mandates_institution_idx\` ON \`mandates\` (\`institution_id\`);`)
  await db.run(sql`CREATE INDEX \`mandates_updated_at_idx\` ON \`mandates\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`mandates_created_at_idx\` ON \`mandates\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`institution_createdAt_5_idx\` ON \`mandates\` (\`institution_id\`,\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`criteria\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`name\` text NOT NULL,
  	\`code\` text NOT NULL,
  	\`kind\` text DEFAULT 'yesNo' NOT NULL,
  	\`description\` text,
  	\`institution_id\` text(36) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`institution_id\`) REFERENCES \`institutions\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`criteria_code_idx\` ON \`criteria\` (\`code\`);`)
  await db.run(sql`CREATE INDEX \`criteria_kind_idx\` ON \`criteria\` (\`kind\`);`)
  await db.run(sql`CREATE INDEX \`criteria_institution_idx\` ON \`criteria\` (\`institution_id\`);`)
  await db.run(sql`CREATE INDEX \`criteria_updated_at_idx\` ON \`criteria\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`criteria_created_at_idx\` ON \`criteria\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`institution_createdAt_6_idx\` ON \`criteria\` (\`institution_id\`,\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`seasons\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`name\` text NOT NULL,
  	\`code\` text NOT NULL,
  	\`starts_on\` text NOT NULL,
  	\`ends_on\` text NOT NULL,
  	\`remarks\` text,
  	\`site_id\` text(36) NOT NULL,
  	\`institution_id\` text(36) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`site_id\`) REFERENCES \`sites\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`institution_id\`) REFERENCES \`institutions\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`seasons_code_idx\` ON \`seasons\` (\`code\`);`)
  await db.run(sql`CREATE INDEX \`seasons_starts_on_idx\` ON \`seasons\` (\`starts_on\`);`)
  await db.run(sql`CREATE INDEX \`seasons_site_idx\` ON \`seasons\` (\`site_id\`);`)
  await db.run(sql`CREATE INDEX \`seasons_institution_idx\` ON \`seasons\` (\`institution_id\`);`)
  await db.run(sql`CREATE INDEX \`seasons_updated_at_idx\` ON \`seasons\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`seasons_created_at_idx\` ON \`seasons\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`institution_startsOn_idx\` ON \`seasons\` (\`institution_id\`,\`starts_on\`);`)
  await db.run(sql`CREATE INDEX \`site_institution_startsOn_idx\` ON \`seasons\` (\`site_id\`,\`institution_id\`,\`starts_on\`);`)
  await db.run(sql`CREATE TABLE \`subscriptions\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`name\` text NOT NULL,
  	\`code\` text NOT NULL,
  	\`season_id\` text(36) NOT NULL,
  	\`product_family\` text,
  	\`automatic_renewal\` integer DEFAULT false,
  	\`seated\` integer DEFAULT true,
  	\`venue_id\` text(36),
  	\`description\` text,
  	\`site_id\` text(36) NOT NULL,
  	\`institution_id\` text(36) NOT NULL,
  	\`search_key\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`season_id\`) REFERENCES \`seasons\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`venue_id\`) REFERENCES \`venues\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`site_id\`) REFERENCES \`sites\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`institution_id\`) REFERENCES \`institutions\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`subscriptions_code_idx\` ON \`subscriptions\` (\`code\`);`)
  await db.run(sql`CREATE INDEX \`subscriptions_season_idx\` ON \`subscriptions\` (\`season_id\`);`)
  await db.run(sql`CREATE INDEX \`subscriptions_product_family_idx\` ON \`subscriptions\` (\`product_family\`);`)
  await db.run(sql`CREATE INDEX \`subscriptions_automatic_renewal_idx\` ON \`subscriptions\` (\`automatic_renewal\`);`)
  await db.run(sql`CREATE INDEX \`subscriptions_venue_idx\` ON \`subscriptions\` (\`venue_id\`);`)
  await db.run(sql`CREATE INDEX \`subscriptions_site_idx\` ON \`subscriptions\` (\`site_id\`);`)
  await db.run(sql`CREATE INDEX \`subscriptions_institution_idx\` ON \`subscriptions\` (\`institution_id\`);`)
  await db.run(sql`CREATE INDEX \`subscriptions_search_key_idx\` ON \`subscriptions\` (\`search_key\`);`)
  await db.run(sql`CREATE INDEX \`subscriptions_updated_at_idx\` ON \`subscriptions\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`subscriptions_created_at_idx\` ON \`subscriptions\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`institution_createdAt_7_idx\` ON \`subscriptions\` (\`institution_id\`,\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`site_institution_createdAt_3_idx\` ON \`subscriptions\` (\`site_id\`,\`institution_id\`,\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`subscriptions_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`performances_id\` text(36),
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`subscriptions\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`performances_id\`) REFERENCES \`performances\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`subscriptions_rels_order_idx\` ON \`subscriptions_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`subscriptions_rels_parent_idx\` ON \`subscriptions_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`subscriptions_rels_path_idx\` ON \`subscriptions_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`subscriptions_rels_performances_id_idx\` ON \`subscriptions_rels\` (\`performances_id\`);`)
  await db.run(sql`CREATE TABLE \`events\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`name\` text NOT NULL,
  	\`code\` text NOT NULL,
  	\`season_id\` text(36) NOT NULL,
  	\`description\` text,
  	\`site_id\` text(36) NOT NULL,
  	\`institution_id\` text(36) NOT NULL,
  	\`search_key\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`season_id\`) REFERENCES \`seasons\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`site_id\`) REFERENCES \`sites\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`institution_id\`) REFERENCES \`institutions\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`events_code_idx\` ON \`events\` (\`code\`);`)
  await db.run(sql`CREATE INDEX \`events_season_idx\` ON \`events\` (\`season_id\`);`)
  await db.run(sql`CREATE INDEX \`events_site_idx\` ON \`events\` (\`site_id\`);`)
  await db.run(sql`CREATE INDEX \`events_institution_idx\` ON \`events\` (\`institution_id\`);`)
  await db.run(sql`CREATE INDEX \`events_search_key_idx\` ON \`events\` (\`search_key\`);`)
  await db.run(sql`CREATE INDEX \`events_updated_at_idx\` ON \`events\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`events_created_at_idx\` ON \`events\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`institution_createdAt_8_idx\` ON \`events\` (\`institution_id\`,\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`site_institution_createdAt_4_idx\` ON \`events\` (\`site_id\`,\`institution_id\`,\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`performances\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`name\` text NOT NULL,
  	\`event_id\` text(36) NOT NULL,
  	\`season_id\` text(36) NOT NULL,
  	\`venue_id\` text(36) NOT NULL,
  	\`starts_at\` text NOT NULL,
  	\`status\` text DEFAULT 'onSale' NOT NULL,
  	\`site_id\` text(36) NOT NULL,
  	\`institution_id\` text(36) NOT NULL,
  	\`search_key\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`event_id\`) REFERENCES \`events\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`season_id\`) REFERENCES \`seasons\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`venue_id\`) REFERENCES \`venues\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`site_id\`) REFERENCES \`sites\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`institution_id\`) REFERENCES \`institutions\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`performances_event_idx\` ON \`performances\` (\`event_id\`);`)
  await db.run(sql`CREATE INDEX \`performances_season_idx\` ON \`performances\` (\`season_id\`);`)
  await db.run(sql`CREATE INDEX \`performances_venue_idx\` ON \`performances\` (\`venue_id\`);`)
  await db.run(sql`CREATE INDEX \`performances_starts_at_idx\` ON \`performances\` (\`starts_at\`);`)
  await db.run(sql`CREATE INDEX \`performances_status_idx\` ON \`performances\` (\`status\`);`)
  await db.run(sql`CREATE INDEX \`performances_site_idx\` ON \`performances\` (\`site_id\`);`)
  await db.run(sql`CREATE INDEX \`performances_institution_idx\` ON \`performances\` (\`institution_id\`);`)
  await db.run(sql`CREATE INDEX \`performances_search_key_idx\` ON \`performances\` (\`search_key\`);`)
  await db.run(sql`CREATE INDEX \`performances_updated_at_idx\` ON \`performances\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`performances_created_at_idx\` ON \`performances\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`institution_startsAt_idx\` ON \`performances\` (\`institution_id\`,\`starts_at\`);`)
  await db.run(sql`CREATE INDEX \`site_institution_startsAt_idx\` ON \`performances\` (\`site_id\`,\`institution_id\`,\`starts_at\`);`)
  await db.run(sql`CREATE TABLE \`tariffs\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`name\` text NOT NULL,
  	\`code\` text NOT NULL,
  	\`site_id\` text(36) NOT NULL,
  	\`institution_id\` text(36) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`site_id\`) REFERENCES \`sites\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`institution_id\`) REFERENCES \`institutions\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`tariffs_code_idx\` ON \`tariffs\` (\`code\`);`)
  await db.run(sql`CREATE INDEX \`tariffs_site_idx\` ON \`tariffs\` (\`site_id\`);`)
  await db.run(sql`CREATE INDEX \`tariffs_institution_idx\` ON \`tariffs\` (\`institution_id\`);`)
  await db.run(sql`CREATE INDEX \`tariffs_updated_at_idx\` ON \`tariffs\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`tariffs_created_at_idx\` ON \`tariffs\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`institution_createdAt_9_idx\` ON \`tariffs\` (\`institution_id\`,\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`site_institution_createdAt_5_idx\` ON \`tariffs\` (\`site_id\`,\`institution_id\`,\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`prices\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`subscription_id\` text(36) NOT NULL,
  	\`tariff_id\` text(36) NOT NULL,
  	\`price_category_id\` text(36),
  	\`amount\` numeric NOT NULL,
  	\`price_key\` text NOT NULL,
  	\`site_id\` text(36) NOT NULL,
  	\`institution_id\` text(36) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`subscription_id\`) REFERENCES \`subscriptions\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`tariff_id\`) REFERENCES \`tariffs\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`price_category_id\`) REFERENCES \`price_categories\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`site_id\`) REFERENCES \`sites\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`institution_id\`) REFERENCES \`institutions\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`prices_subscription_idx\` ON \`prices\` (\`subscription_id\`);`)
  await db.run(sql`CREATE INDEX \`prices_tariff_idx\` ON \`prices\` (\`tariff_id\`);`)
  await db.run(sql`CREATE INDEX \`prices_price_category_idx\` ON \`prices\` (\`price_category_id\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`prices_price_key_idx\` ON \`prices\` (\`price_key\`);`)
  await db.run(sql`CREATE INDEX \`prices_site_idx\` ON \`prices\` (\`site_id\`);`)
  await db.run(sql`CREATE INDEX \`prices_institution_idx\` ON \`prices\` (\`institution_id\`);`)
  await db.run(sql`CREATE INDEX \`prices_updated_at_idx\` ON \`prices\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`prices_created_at_idx\` ON \`prices\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`institution_createdAt_10_idx\` ON \`prices\` (\`institution_id\`,\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`site_institution_createdAt_6_idx\` ON \`prices\` (\`site_id\`,\`institution_id\`,\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`venues\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`name\` text NOT NULL,
  	\`code\` text NOT NULL,
  	\`stage_x\` numeric DEFAULT 0 NOT NULL,
  	\`stage_y\` numeric DEFAULT 0 NOT NULL,
  	\`description\` text,
  	\`site_id\` text(36) NOT NULL,
  	\`institution_id\` text(36) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`site_id\`) REFERENCES \`sites\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`institution_id\`) REFERENCES \`institutions\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`venues_code_idx\` ON \`venues\` (\`code\`);`)
  await db.run(sql`CREATE INDEX \`venues_site_idx\` ON \`venues\` (\`site_id\`);`)
  await db.run(sql`CREATE INDEX \`venues_institution_idx\` ON \`venues\` (\`institution_id\`);`)
  await db.run(sql`CREATE INDEX \`venues_updated_at_idx\` ON \`venues\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`venues_created_at_idx\` ON \`venues\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`institution_createdAt_11_idx\` ON \`venues\` (\`institution_id\`,\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`site_institution_createdAt_7_idx\` ON \`venues\` (\`site_id\`,\`institution_id\`,\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`price_categories\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`name\` text NOT NULL,
  	\`code\` text NOT NULL,
  	\`venue_id\` text(36) NOT NULL,
  	\`rank\` numeric DEFAULT 1 NOT NULL,
  	\`color\` text DEFAULT '#4c6ef5' NOT NULL,
  	\`site_id\` text(36) NOT NULL,
  	\`institution_id\` text(36) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`venue_id\`) REFERENCES \`venues\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`site_id\`) REFERENCES \`sites\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`institution_id\`) REFERENCES \`institutions\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`price_categories_code_idx\` ON \`price_categories\` (\`code\`);`)
  await db.run(sql`CREATE INDEX \`price_categories_venue_idx\` ON \`price_categories\` (\`venue_id\`);`)
  await db.run(sql`CREATE INDEX \`price_categories_site_idx\` ON \`price_categories\` (\`site_id\`);`)
  await db.run(sql`CREATE INDEX \`price_categories_institution_idx\` ON \`price_categories\` (\`institution_id\`);`)
  await db.run(sql`CREATE INDEX \`price_categories_updated_at_idx\` ON \`price_categories\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`price_categories_created_at_idx\` ON \`price_categories\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`institution_createdAt_12_idx\` ON \`price_categories\` (\`institution_id\`,\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`site_institution_createdAt_8_idx\` ON \`price_categories\` (\`site_id\`,\`institution_id\`,\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`seats\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`venue_id\` text(36) NOT NULL,
  	\`block\` text NOT NULL,
  	\`row\` text NOT NULL,
  	\`number\` text NOT NULL,
  	\`x\` numeric NOT NULL,
  	\`y\` numeric NOT NULL,
  	\`price_category_id\` text(36) NOT NULL,
  	\`blocked\` integer DEFAULT false,
  	\`label\` text,
  	\`seat_name_key\` text NOT NULL,
  	\`site_id\` text(36) NOT NULL,
  	\`institution_id\` text(36) NOT NULL,
  	\`search_key\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`venue_id\`) REFERENCES \`venues\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`price_category_id\`) REFERENCES \`price_categories\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`site_id\`) REFERENCES \`sites\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`institution_id\`) REFERENCES \`institutions\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`seats_venue_idx\` ON \`seats\` (\`venue_id\`);`)
  await db.run(sql`CREATE INDEX \`seats_price_category_idx\` ON \`seats\` (\`price_category_id\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`seats_seat_name_key_idx\` ON \`seats\` (\`seat_name_key\`);`)
  await db.run(sql`CREATE INDEX \`seats_site_idx\` ON \`seats\` (\`site_id\`);`)
  await db.run(sql`CREATE INDEX \`seats_institution_idx\` ON \`seats\` (\`institution_id\`);`)
  await db.run(sql`CREATE INDEX \`seats_search_key_idx\` ON \`seats\` (\`search_key\`);`)
  await db.run(sql`CREATE INDEX \`seats_updated_at_idx\` ON \`seats\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`seats_created_at_idx\` ON \`seats\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`institution_createdAt_13_idx\` ON \`seats\` (\`institution_id\`,\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`site_institution_createdAt_9_idx\` ON \`seats\` (\`site_id\`,\`institution_id\`,\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`renewal_batches_mapping\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`origin_id\` text(36) NOT NULL,
  	\`target_id\` text(36),
  	\`criterion_id\` text(36),
  	FOREIGN KEY (\`origin_id\`) REFERENCES \`subscriptions\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`target_id\`) REFERENCES \`subscriptions\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`criterion_id\`) REFERENCES \`criteria\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`renewal_batches\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`renewal_batches_mapping_order_idx\` ON \`renewal_batches_mapping\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`renewal_batches_mapping_parent_id_idx\` ON \`renewal_batches_mapping\` (\`_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`renewal_batches_mapping_origin_idx\` ON \`renewal_batches_mapping\` (\`origin_id\`);`)
  await db.run(sql`CREATE INDEX \`renewal_batches_mapping_target_idx\` ON \`renewal_batches_mapping\` (\`target_id\`);`)
  await db.run(sql`CREATE INDEX \`renewal_batches_mapping_criterion_idx\` ON \`renewal_batches_mapping\` (\`criterion_id\`);`)
  await db.run(sql`CREATE TABLE \`renewal_batches_tariff_mapping\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`origin_id\` text(36) NOT NULL,
  	\`target_id\` text(36),
  	FOREIGN KEY (\`origin_id\`) REFERENCES \`tariffs\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`target_id\`) REFERENCES \`tariffs\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`renewal_batches\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`renewal_batches_tariff_mapping_order_idx\` ON \`renewal_batches_tariff_mapping\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`renewal_batches_tariff_mapping_parent_id_idx\` ON \`renewal_batches_tariff_mapping\` (\`_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`renewal_batches_tariff_mapping_origin_idx\` ON \`renewal_batches_tariff_mapping\` (\`origin_id\`);`)
  await db.run(sql`CREATE INDEX \`renewal_batches_tariff_mapping_target_idx\` ON \`renewal_batches_tariff_mapping\` (\`target_id\`);`)
  await db.run(sql`CREATE TABLE \`renewal_batches\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`site_id\` text(36) NOT NULL,
  	\`name\` text NOT NULL,
  	\`origin_season_id\` text(36) NOT NULL,
  	\`target_season_id\` text(36) NOT NULL,
  	\`criterion_id\` text(36),
  	\`sales_channel_id\` text(36) NOT NULL,
  	\`payment_deadline\` text NOT NULL,
  	\`on_failure\` text DEFAULT 'reservation' NOT NULL,
  	\`fallback_shipment_mode_id\` text(36),
  	\`file_numbers\` text,
  	\`batch_size\` numeric,
  	\`when\` text DEFAULT 'byHand' NOT NULL,
  	\`start_at\` text,
  	\`every\` text,
  	\`simulation\` integer DEFAULT true,
  	\`notify\` integer DEFAULT true,
  	\`state\` text DEFAULT 'new',
  	\`next_run_at\` text,
  	\`last_run_id\` text(36),
  	\`started_by_id\` text(36),
  	\`institution_id\` text(36) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`site_id\`) REFERENCES \`sites\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`origin_season_id\`) REFERENCES \`seasons\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`target_season_id\`) REFERENCES \`seasons\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`criterion_id\`) REFERENCES \`criteria\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`sales_channel_id\`) REFERENCES \`sales_channels\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`fallback_shipment_mode_id\`) REFERENCES \`shipment_modes\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`last_run_id\`) REFERENCES \`runs\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`started_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`institution_id\`) REFERENCES \`institutions\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`renewal_batches_site_idx\` ON \`renewal_batches\` (\`site_id\`);`)
  await db.run(sql`CREATE INDEX \`renewal_batches_origin_season_idx\` ON \`renewal_batches\` (\`origin_season_id\`);`)
  await db.run(sql`CREATE INDEX \`renewal_batches_target_season_idx\` ON \`renewal_batches\` (\`target_season_id\`);`)
  await db.run(sql`CREATE INDEX \`renewal_batches_criterion_idx\` ON \`renewal_batches\` (\`criterion_id\`);`)
  await db.run(sql`CREATE INDEX \`renewal_batches_sales_channel_idx\` ON \`renewal_batches\` (\`sales_channel_id\`);`)
  await db.run(sql`CREATE INDEX \`renewal_batches_fallback_shipment_mode_idx\` ON \`renewal_batches\` (\`fallback_shipment_mode_id\`);`)
  await db.run(sql`CREATE INDEX \`renewal_batches_when_idx\` ON \`renewal_batches\` (\`when\`);`)
  await db.run(sql`CREATE INDEX \`renewal_batches_state_idx\` ON \`renewal_batches\` (\`state\`);`)
  await db.run(sql`CREATE INDEX \`renewal_batches_next_run_at_idx\` ON \`renewal_batches\` (\`next_run_at\`);`)
  await db.run(sql`CREATE INDEX \`renewal_batches_last_run_idx\` ON \`renewal_batches\` (\`last_run_id\`);`)
  await db.run(sql`CREATE INDEX \`renewal_batches_started_by_idx\` ON \`renewal_batches\` (\`started_by_id\`);`)
  await db.run(sql`CREATE INDEX \`renewal_batches_institution_idx\` ON \`renewal_batches\` (\`institution_id\`);`)
  await db.run(sql`CREATE INDEX \`renewal_batches_updated_at_idx\` ON \`renewal_batches\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`renewal_batches_created_at_idx\` ON \`renewal_batches\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`institution_createdAt_14_idx\` ON \`renewal_batches\` (\`institution_id\`,\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`site_institution_createdAt_10_idx\` ON \`renewal_batches\` (\`site_id\`,\`institution_id\`,\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`renewal_batches_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`shipment_modes_id\` text(36),
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`renewal_batches\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`shipment_modes_id\`) REFERENCES \`shipment_modes\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`renewal_batches_rels_order_idx\` ON \`renewal_batches_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`renewal_batches_rels_parent_idx\` ON \`renewal_batches_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`renewal_batches_rels_path_idx\` ON \`renewal_batches_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`renewal_batches_rels_shipment_modes_id_idx\` ON \`renewal_batches_rels\` (\`shipment_modes_id\`);`)
  await db.run(sql`CREATE TABLE \`subscriber_imports\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`site_id\` text(36) NOT NULL,
  	\`season_id\` text(36) NOT NULL,
  	\`channel_id\` text(36),
  	\`criterion_id\` text(36),
  	\`accept_other_prices\` integer DEFAULT false,
  	\`mapping\` text,
  	\`last_run_id\` text(36),
  	\`institution_id\` text(36) NOT NULL,
  	\`prefix\` text DEFAULT 'subscriber-imports',
  	\`_objectkey\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`url\` text,
  	\`thumbnail_u_r_l\` text,
  	\`filename\` text,
  	\`mime_type\` text,
  	\`filesize\` numeric,
  	\`width\` numeric,
  	\`height\` numeric,
  	\`focal_x\` numeric,
  	\`focal_y\` numeric,
  	FOREIGN KEY (\`site_id\`) REFERENCES \`sites\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`season_id\`) REFERENCES \`seasons\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`channel_id\`) REFERENCES \`sales_channels\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`criterion_id\`) REFERENCES \`criteria\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`last_run_id\`) REFERENCES \`runs\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`institution_id\`) REFERENCES \`institutions\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`subscriber_imports_site_idx\` ON \`subscriber_imports\` (\`site_id\`);`)
  await db.run(sql`CREATE INDEX \`subscriber_imports_season_idx\` ON \`subscriber_imports\` (\`season_id\`);`)
  await db.run(sql`CREATE INDEX \`subscriber_imports_channel_idx\` ON \`subscriber_imports\` (\`channel_id\`);`)
  await db.run(sql`CREATE INDEX \`subscriber_imports_criterion_idx\` ON \`subscriber_imports\` (\`criterion_id\`);`)
  await db.run(sql`CREATE INDEX \`subscriber_imports_last_run_idx\` ON \`subscriber_imports\` (\`last_run_id\`);`)
  await db.run(sql`CREATE INDEX \`subscriber_imports_institution_idx\` ON \`subscriber_imports\` (\`institution_id\`);`)
  await db.run(sql`CREATE INDEX \`subscriber_imports_updated_at_idx\` ON \`subscriber_imports\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`subscriber_imports_created_at_idx\` ON \`subscriber_imports\` (\`created_at\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`subscriber_imports_filename_idx\` ON \`subscriber_imports\` (\`filename\`);`)
  await db.run(sql`CREATE INDEX \`institution_createdAt_15_idx\` ON \`subscriber_imports\` (\`institution_id\`,\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`site_institution_createdAt_11_idx\` ON \`subscriber_imports\` (\`site_id\`,\`institution_id\`,\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`runs\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`title\` text NOT NULL,
  	\`kind\` text NOT NULL,
  	\`batch\` text,
  	\`state\` text DEFAULT 'scheduled' NOT NULL,
  	\`simulation\` integer DEFAULT false,
  	\`settings\` text,
  	\`phase\` numeric DEFAULT 0,
  	\`planned_phase\` numeric DEFAULT -1,
  	\`total\` numeric DEFAULT 0,
  	\`processed\` numeric DEFAULT 0,
  	\`counts\` text,
  	\`error\` text,
  	\`started_by_id\` text(36),
  	\`due_at\` text,
  	\`started_at\` text,
  	\`finished_at\` text,
  	\`recount\` integer DEFAULT false,
  	\`lease_owner\` text,
  	\`lease_until\` text,
  	\`run_key\` text NOT NULL,
  	\`site_id\` text(36) NOT NULL,
  	\`institution_id\` text(36) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`started_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`site_id\`) REFERENCES \`sites\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`institution_id\`) REFERENCES \`institutions\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`runs_kind_idx\` ON \`runs\` (\`kind\`);`)
  await db.run(sql`CREATE INDEX \`runs_batch_idx\` ON \`runs\` (\`batch\`);`)
  await db.run(sql`CREATE INDEX \`runs_state_idx\` ON \`runs\` (\`state\`);`)
  await db.run(sql`CREATE INDEX \`runs_started_by_idx\` ON \`runs\` (\`started_by_id\`);`)
  await db.run(sql`CREATE INDEX \`runs_due_at_idx\` ON \`runs\` (\`due_at\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`runs_run_key_idx\` ON \`runs\` (\`run_key\`);`)
  await db.run(sql`CREATE INDEX \`runs_site_idx\` ON \`runs\` (\`site_id\`);`)
  await db.run(sql`CREATE INDEX \`runs_institution_idx\` ON \`runs\` (\`institution_id\`);`)
  await db.run(sql`CREATE INDEX \`runs_updated_at_idx\` ON \`runs\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`runs_created_at_idx\` ON \`runs\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`institution_createdAt_16_idx\` ON \`runs\` (\`institution_id\`,\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`site_institution_createdAt_12_idx\` ON \`runs\` (\`site_id\`,\`institution_id\`,\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`run_chunks\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`run_id\` text(36) NOT NULL,
  	\`phase\` numeric NOT NULL,
  	\`index\` numeric NOT NULL,
  	\`items\` text NOT NULL,
  	\`size\` numeric NOT NULL,
  	\`state\` text NOT NULL,
  	\`claimed_by\` text,
  	\`lease_until\` text,
  	\`counts\` text,
  	\`chunk_key\` text NOT NULL,
  	\`site_id\` text(36) NOT NULL,
  	\`institution_id\` text(36) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`run_id\`) REFERENCES \`runs\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`site_id\`) REFERENCES \`sites\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`institution_id\`) REFERENCES \`institutions\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`run_chunks_run_idx\` ON \`run_chunks\` (\`run_id\`);`)
  await db.run(sql`CREATE INDEX \`run_chunks_state_idx\` ON \`run_chunks\` (\`state\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`run_chunks_chunk_key_idx\` ON \`run_chunks\` (\`chunk_key\`);`)
  await db.run(sql`CREATE INDEX \`run_chunks_site_idx\` ON \`run_chunks\` (\`site_id\`);`)
  await db.run(sql`CREATE INDEX \`run_chunks_institution_idx\` ON \`run_chunks\` (\`institution_id\`);`)
  await db.run(sql`CREATE INDEX \`run_chunks_updated_at_idx\` ON \`run_chunks\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`run_chunks_created_at_idx\` ON \`run_chunks\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`run_phase_state_index_idx\` ON \`run_chunks\` (\`run_id\`,\`phase\`,\`state\`,\`index\`);`)
  await db.run(sql`CREATE TABLE \`run_rows\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`run_id\` text(36) NOT NULL,
  	\`position\` numeric NOT NULL,
  	\`item\` text NOT NULL,
  	\`outcome\` text NOT NULL,
  	\`reason\` text NOT NULL,
  	\`seat_reason\` text,
  	\`label\` text,
  	\`file_id\` text(36),
  	\`file_number\` numeric,
  	\`new_file_id\` text(36),
  	\`new_file_number\` numeric,
  	\`new_line_id\` text(36),
  	\`subscription\` text,
  	\`seat\` text,
  	\`seat_before\` text,
  	\`seat_after\` text,
  	\`price_before\` numeric,
  	\`price_after\` numeric,
  	\`payment\` text,
  	\`shipment_mode\` text,
  	\`details\` text,
  	\`row_key\` text NOT NULL,
  	\`site_id\` text(36) NOT NULL,
  	\`institution_id\` text(36) NOT NULL,
  	\`search_key\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`run_id\`) REFERENCES \`runs\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`file_id\`) REFERENCES \`files\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`new_file_id\`) REFERENCES \`files\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`new_line_id\`) REFERENCES \`lines\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`site_id\`) REFERENCES \`sites\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`institution_id\`) REFERENCES \`institutions\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`run_rows_run_idx\` ON \`run_rows\` (\`run_id\`);`)
  await db.run(sql`CREATE INDEX \`run_rows_item_idx\` ON \`run_rows\` (\`item\`);`)
  await db.run(sql`CREATE INDEX \`run_rows_outcome_idx\` ON \`run_rows\` (\`outcome\`);`)
  await db.run(sql`CREATE INDEX \`run_rows_reason_idx\` ON \`run_rows\` (\`reason\`);`)
  await db.run(sql`CREATE INDEX \`run_rows_file_idx\` ON \`run_rows\` (\`file_id\`);`)
  await db.run(sql`CREATE INDEX \`run_rows_file_number_idx\` ON \`run_rows\` (\`file_number\`);`)
  await db.run(sql`CREATE INDEX \`run_rows_new_file_idx\` ON \`run_rows\` (\`new_file_id\`);`)
  await db.run(sql`CREATE INDEX \`run_rows_new_line_idx\` ON \`run_rows\` (\`new_line_id\`);`)
  await db.run(sql`CREATE INDEX \`run_rows_subscription_idx\` ON \`run_rows\` (\`subscription\`);`)
  await db.run(sql`CREATE INDEX \`run_rows_seat_idx\` ON \`run_rows\` (\`seat\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`run_rows_row_key_idx\` ON \`run_rows\` (\`row_key\`);`)
  await db.run(sql`CREATE INDEX \`run_rows_site_idx\` ON \`run_rows\` (\`site_id\`);`)
  await db.run(sql`CREATE INDEX \`run_rows_institution_idx\` ON \`run_rows\` (\`institution_id\`);`)
  await db.run(sql`CREATE INDEX \`run_rows_search_key_idx\` ON \`run_rows\` (\`search_key\`);`)
  await db.run(sql`CREATE INDEX \`run_rows_updated_at_idx\` ON \`run_rows\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`run_rows_created_at_idx\` ON \`run_rows\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`run_position_idx\` ON \`run_rows\` (\`run_id\`,\`position\`);`)
  await db.run(sql`CREATE INDEX \`run_reason_idx\` ON \`run_rows\` (\`run_id\`,\`reason\`);`)
  await db.run(sql`CREATE TABLE \`outbox\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`kind\` text NOT NULL,
  	\`key\` text NOT NULL,
  	\`state\` text DEFAULT 'waiting' NOT NULL,
  	\`subject\` text,
  	\`site_id\` text(36),
  	\`content\` text NOT NULL,
  	\`attempts\` numeric DEFAULT 0,
  	\`due_at\` text,
  	\`claimed_by\` text,
  	\`lease_until\` text,
  	\`error\` text,
  	\`answer\` text,
  	\`sent_at\` text,
  	\`institution_id\` text(36) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`site_id\`) REFERENCES \`sites\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`institution_id\`) REFERENCES \`institutions\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`outbox_key_idx\` ON \`outbox\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`outbox_state_idx\` ON \`outbox\` (\`state\`);`)
  await db.run(sql`CREATE INDEX \`outbox_subject_idx\` ON \`outbox\` (\`subject\`);`)
  await db.run(sql`CREATE INDEX \`outbox_site_idx\` ON \`outbox\` (\`site_id\`);`)
  await db.run(sql`CREATE INDEX \`outbox_institution_idx\` ON \`outbox\` (\`institution_id\`);`)
  await db.run(sql`CREATE INDEX \`outbox_updated_at_idx\` ON \`outbox\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`outbox_created_at_idx\` ON \`outbox\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`kind_state_dueAt_idx\` ON \`outbox\` (\`kind\`,\`state\`,\`due_at\`);`)
  await db.run(sql`CREATE INDEX \`institution_createdAt_17_idx\` ON \`outbox\` (\`institution_id\`,\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`journal\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`action\` text NOT NULL,
  	\`noun\` text NOT NULL,
  	\`document\` text NOT NULL,
  	\`document_title\` text,
  	\`file\` text,
  	\`site_id\` text(36),
  	\`user_id\` text(36),
  	\`user_name\` text,
  	\`run_id\` text(36),
  	\`before\` text,
  	\`after\` text,
  	\`institution_id\` text(36) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`site_id\`) REFERENCES \`sites\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`user_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`run_id\`) REFERENCES \`runs\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`institution_id\`) REFERENCES \`institutions\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`journal_action_idx\` ON \`journal\` (\`action\`);`)
  await db.run(sql`CREATE INDEX \`journal_noun_idx\` ON \`journal\` (\`noun\`);`)
  await db.run(sql`CREATE INDEX \`journal_document_idx\` ON \`journal\` (\`document\`);`)
  await db.run(sql`CREATE INDEX \`journal_file_idx\` ON \`journal\` (\`file\`);`)
  await db.run(sql`CREATE INDEX \`journal_site_idx\` ON \`journal\` (\`site_id\`);`)
  await db.run(sql`CREATE INDEX \`journal_user_idx\` ON \`journal\` (\`user_id\`);`)
  await db.run(sql`CREATE INDEX \`journal_run_idx\` ON \`journal\` (\`run_id\`);`)
  await db.run(sql`CREATE INDEX \`journal_institution_idx\` ON \`journal\` (\`institution_id\`);`)
  await db.run(sql`CREATE INDEX \`journal_updated_at_idx\` ON \`journal\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`journal_created_at_idx\` ON \`journal\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`file_createdAt_idx\` ON \`journal\` (\`file\`,\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`institution_createdAt_18_idx\` ON \`journal\` (\`institution_id\`,\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`institutions\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`name\` text NOT NULL,
  	\`code\` text NOT NULL,
  	\`address\` text,
  	\`email\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`institutions_code_idx\` ON \`institutions\` (\`code\`);`)
  await db.run(sql`CREATE INDEX \`institutions_updated_at_idx\` ON \`institutions\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`institutions_created_at_idx\` ON \`institutions\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`sites_plugins\` (
  	\`order\` integer NOT NULL,
  	\`parent_id\` text(36) NOT NULL,
  	\`value\` text,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`sites\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`sites_plugins_order_idx\` ON \`sites_plugins\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`sites_plugins_parent_idx\` ON \`sites_plugins\` (\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`sites\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`name\` text NOT NULL,
  	\`code\` text NOT NULL,
  	\`currency\` text DEFAULT 'EUR' NOT NULL,
  	\`time_zone\` text DEFAULT 'Europe/Zurich' NOT NULL,
  	\`language\` text DEFAULT 'de' NOT NULL,
  	\`institution_id\` text(36) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`institution_id\`) REFERENCES \`institutions\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`sites_code_idx\` ON \`sites\` (\`code\`);`)
  await db.run(sql`CREATE INDEX \`sites_currency_idx\` ON \`sites\` (\`currency\`);`)
  await db.run(sql`CREATE INDEX \`sites_language_idx\` ON \`sites\` (\`language\`);`)
  await db.run(sql`CREATE INDEX \`sites_institution_idx\` ON \`sites\` (\`institution_id\`);`)
  await db.run(sql`CREATE INDEX \`sites_updated_at_idx\` ON \`sites\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`sites_created_at_idx\` ON \`sites\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`institution_createdAt_19_idx\` ON \`sites\` (\`institution_id\`,\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`users_roles\` (
  	\`order\` integer NOT NULL,
  	\`parent_id\` text(36) NOT NULL,
  	\`value\` text,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`users_roles_order_idx\` ON \`users_roles\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`users_roles_parent_idx\` ON \`users_roles\` (\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`users_sessions\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`created_at\` text,
  	\`expires_at\` text NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`users_sessions_order_idx\` ON \`users_sessions\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`users_sessions_parent_id_idx\` ON \`users_sessions\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`users\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`name\` text NOT NULL,
  	\`language\` text NOT NULL,
  	\`institution_id\` text(36) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`email\` text NOT NULL,
  	\`reset_password_token\` text,
  	\`reset_password_expiration\` text,
  	\`salt\` text,
  	\`hash\` text,
  	\`reset_password_requested_at\` text,
  	FOREIGN KEY (\`institution_id\`) REFERENCES \`institutions\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`users_language_idx\` ON \`users\` (\`language\`);`)
  await db.run(sql`CREATE INDEX \`users_institution_idx\` ON \`users\` (\`institution_id\`);`)
  await db.run(sql`CREATE INDEX \`users_updated_at_idx\` ON \`users\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`users_created_at_idx\` ON \`users\` (\`created_at\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`users_email_idx\` ON \`users\` (\`email\`);`)
  await db.run(sql`CREATE INDEX \`institution_createdAt_20_idx\` ON \`users\` (\`institution_id\`,\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`users_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`sites_id\` text(36),
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`sites_id\`) REFERENCES \`sites\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`users_rels_order_idx\` ON \`users_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`users_rels_parent_idx\` ON \`users_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`users_rels_path_idx\` ON \`users_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`users_rels_sites_id_idx\` ON \`users_rels\` (\`sites_id\`);`)
  await db.run(sql`CREATE TABLE \`sales_channels\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`name\` text NOT NULL,
  	\`code\` text NOT NULL,
  	\`kind\` text DEFAULT 'boxOffice' NOT NULL,
  	\`site_id\` text(36) NOT NULL,
  	\`institution_id\` text(36) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`site_id\`) REFERENCES \`sites\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`institution_id\`) REFERENCES \`institutions\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`sales_channels_code_idx\` ON \`sales_channels\` (\`code\`);`)
  await db.run(sql`CREATE INDEX \`sales_channels_kind_idx\` ON \`sales_channels\` (\`kind\`);`)
  await db.run(sql`CREATE INDEX \`sales_channels_site_idx\` ON \`sales_channels\` (\`site_id\`);`)
  await db.run(sql`CREATE INDEX \`sales_channels_institution_idx\` ON \`sales_channels\` (\`institution_id\`);`)
  await db.run(sql`CREATE INDEX \`sales_channels_updated_at_idx\` ON \`sales_channels\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`sales_channels_created_at_idx\` ON \`sales_channels\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`institution_createdAt_21_idx\` ON \`sales_channels\` (\`institution_id\`,\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`site_institution_createdAt_13_idx\` ON \`sales_channels\` (\`site_id\`,\`institution_id\`,\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`points_of_sale\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`name\` text NOT NULL,
  	\`code\` text NOT NULL,
  	\`kind\` text DEFAULT 'counter' NOT NULL,
  	\`site_id\` text(36) NOT NULL,
  	\`institution_id\` text(36) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`site_id\`) REFERENCES \`sites\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`institution_id\`) REFERENCES \`institutions\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`points_of_sale_code_idx\` ON \`points_of_sale\` (\`code\`);`)
  await db.run(sql`CREATE INDEX \`points_of_sale_kind_idx\` ON \`points_of_sale\` (\`kind\`);`)
  await db.run(sql`CREATE INDEX \`points_of_sale_site_idx\` ON \`points_of_sale\` (\`site_id\`);`)
  await db.run(sql`CREATE INDEX \`points_of_sale_institution_idx\` ON \`points_of_sale\` (\`institution_id\`);`)
  await db.run(sql`CREATE INDEX \`points_of_sale_updated_at_idx\` ON \`points_of_sale\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`points_of_sale_created_at_idx\` ON \`points_of_sale\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`institution_createdAt_22_idx\` ON \`points_of_sale\` (\`institution_id\`,\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`site_institution_createdAt_14_idx\` ON \`points_of_sale\` (\`site_id\`,\`institution_id\`,\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`points_of_sale_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`sales_channels_id\` text(36),
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`points_of_sale\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`sales_channels_id\`) REFERENCES \`sales_channels\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`points_of_sale_rels_order_idx\` ON \`points_of_sale_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`points_of_sale_rels_parent_idx\` ON \`points_of_sale_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`points_of_sale_rels_path_idx\` ON \`points_of_sale_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`points_of_sale_rels_sales_channels_id_idx\` ON \`points_of_sale_rels\` (\`sales_channels_id\`);`)
  await db.run(sql`CREATE TABLE \`shipment_modes\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`name\` text NOT NULL,
  	\`code\` text NOT NULL,
  	\`kind\` text DEFAULT 'post' NOT NULL,
  	\`description\` text,
  	\`site_id\` text(36) NOT NULL,
  	\`institution_id\` text(36) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`site_id\`) REFERENCES \`sites\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`institution_id\`) REFERENCES \`institutions\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`shipment_modes_code_idx\` ON \`shipment_modes\` (\`code\`);`)
  await db.run(sql`CREATE INDEX \`shipment_modes_kind_idx\` ON \`shipment_modes\` (\`kind\`);`)
  await db.run(sql`CREATE INDEX \`shipment_modes_site_idx\` ON \`shipment_modes\` (\`site_id\`);`)
  await db.run(sql`CREATE INDEX \`shipment_modes_institution_idx\` ON \`shipment_modes\` (\`institution_id\`);`)
  await db.run(sql`CREATE INDEX \`shipment_modes_updated_at_idx\` ON \`shipment_modes\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`shipment_modes_created_at_idx\` ON \`shipment_modes\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`institution_createdAt_23_idx\` ON \`shipment_modes\` (\`institution_id\`,\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`site_institution_createdAt_15_idx\` ON \`shipment_modes\` (\`site_id\`,\`institution_id\`,\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`shipment_modes_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`shipment_modes_id\` text(36),
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`shipment_modes\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`shipment_modes_id\`) REFERENCES \`shipment_modes\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`shipment_modes_rels_order_idx\` ON \`shipment_modes_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`shipment_modes_rels_parent_idx\` ON \`shipment_modes_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`shipment_modes_rels_path_idx\` ON \`shipment_modes_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`shipment_modes_rels_shipment_modes_id_idx\` ON \`shipment_modes_rels\` (\`shipment_modes_id\`);`)
  await db.run(sql`CREATE TABLE \`payment_methods_uses\` (
  	\`order\` integer NOT NULL,
  	\`parent_id\` text(36) NOT NULL,
  	\`value\` text,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`payment_methods\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`payment_methods_uses_order_idx\` ON \`payment_methods_uses\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`payment_methods_uses_parent_idx\` ON \`payment_methods_uses\` (\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`payment_methods\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`name\` text NOT NULL,
  	\`code\` text NOT NULL,
  	\`kind\` text NOT NULL,
  	\`active\` integer DEFAULT true,
  	\`account_id\` text(36),
  	\`max_instalments\` numeric DEFAULT 1 NOT NULL,
  	\`first_due\` text DEFAULT 'atOnce' NOT NULL,
  	\`first_after_days\` numeric DEFAULT 14,
  	\`first_date\` text,
  	\`interval_count\` numeric DEFAULT 1 NOT NULL,
  	\`interval_unit\` text DEFAULT 'months' NOT NULL,
  	\`rounding\` text DEFAULT '1' NOT NULL,
  	\`fee_per_order\` numeric DEFAULT 0 NOT NULL,
  	\`fee_per_instalment\` numeric DEFAULT 0 NOT NULL,
  	\`retries\` numeric DEFAULT 1,
  	\`retry_after_days\` numeric DEFAULT 5,
  	\`accounting_code\` text,
  	\`site_id\` text(36) NOT NULL,
  	\`institution_id\` text(36) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`account_id\`) REFERENCES \`payment_accounts\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`site_id\`) REFERENCES \`sites\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`institution_id\`) REFERENCES \`institutions\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`payment_methods_code_idx\` ON \`payment_methods\` (\`code\`);`)
  await db.run(sql`CREATE INDEX \`payment_methods_kind_idx\` ON \`payment_methods\` (\`kind\`);`)
  await db.run(sql`CREATE INDEX \`payment_methods_account_idx\` ON \`payment_methods\` (\`account_id\`);`)
  await db.run(sql`CREATE INDEX \`payment_methods_first_due_idx\` ON \`payment_methods\` (\`first_due\`);`)
  await db.run(sql`CREATE INDEX \`payment_methods_interval_unit_idx\` ON \`payment_methods\` (\`interval_unit\`);`)
  await db.run(sql`CREATE INDEX \`payment_methods_rounding_idx\` ON \`payment_methods\` (\`rounding\`);`)
  await db.run(sql`CREATE INDEX \`payment_methods_site_idx\` ON \`payment_methods\` (\`site_id\`);`)
  await db.run(sql`CREATE INDEX \`payment_methods_institution_idx\` ON \`payment_methods\` (\`institution_id\`);`)
  await db.run(sql`CREATE INDEX \`payment_methods_updated_at_idx\` ON \`payment_methods\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`payment_methods_created_at_idx\` ON \`payment_methods\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`institution_createdAt_24_idx\` ON \`payment_methods\` (\`institution_id\`,\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`site_institution_createdAt_16_idx\` ON \`payment_methods\` (\`site_id\`,\`institution_id\`,\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`counters\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`key\` text NOT NULL,
  	\`value\` numeric DEFAULT 0 NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`counters_key_idx\` ON \`counters\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`counters_updated_at_idx\` ON \`counters\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`counters_created_at_idx\` ON \`counters\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`agenda_jobs\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`name\` text NOT NULL,
  	\`type\` text NOT NULL,
  	\`priority\` numeric NOT NULL,
  	\`data\` text,
  	\`next_run_at\` text,
  	\`locked_at\` text,
  	\`last_run_at\` text,
  	\`last_finished_at\` text,
  	\`failed_at\` text,
  	\`fail_count\` numeric,
  	\`fail_reason\` text,
  	\`progress\` numeric,
  	\`repeat_interval\` text,
  	\`repeat_timezone\` text,
  	\`repeat_at\` text,
  	\`start_date\` text,
  	\`end_date\` text,
  	\`skip_days\` text,
  	\`debounce_started_at\` text,
  	\`disabled\` integer,
  	\`fork\` integer,
  	\`last_modified_by\` text,
  	\`unique_key\` text NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`agenda_jobs_locked_at_idx\` ON \`agenda_jobs\` (\`locked_at\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`agenda_jobs_unique_key_idx\` ON \`agenda_jobs\` (\`unique_key\`);`)
  await db.run(sql`CREATE INDEX \`agenda_jobs_updated_at_idx\` ON \`agenda_jobs\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`agenda_jobs_created_at_idx\` ON \`agenda_jobs\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`name_nextRunAt_idx\` ON \`agenda_jobs\` (\`name\`,\`next_run_at\`);`)
  await db.run(sql`CREATE TABLE \`charges\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`reference\` text NOT NULL,
  	\`kind\` text NOT NULL,
  	\`state\` text NOT NULL,
  	\`amount\` numeric NOT NULL,
  	\`currency\` text NOT NULL,
  	\`contact_id\` text(36) NOT NULL,
  	\`file_id\` text(36),
  	\`payment_id\` text(36),
  	\`instalment_id\` text(36),
  	\`account_id\` text(36) NOT NULL,
  	\`alias_id\` text(36),
  	\`mandate_id\` text(36),
  	\`refund_of_id\` text(36),
  	\`run_id\` text(36),
  	\`provider_i_d\` text,
  	\`code\` text,
  	\`reason\` text,
  	\`debit_file_id\` text(36),
  	\`collect_on\` text,
  	\`sequence\` text,
  	\`part_i_d\` text,
  	\`debit\` text,
  	\`booked_at\` text,
  	\`return_kind\` text,
  	\`return_code\` text,
  	\`return_text\` text,
  	\`to_settle\` integer DEFAULT false,
  	\`sent_at\` text,
  	\`settled_at\` text,
  	\`attempt_key\` text NOT NULL,
  	\`site_id\` text(36) NOT NULL,
  	\`institution_id\` text(36) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`contact_id\`) REFERENCES \`contacts\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`file_id\`) REFERENCES \`files\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`payment_id\`) REFERENCES \`payments\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`instalment_id\`) REFERENCES \`instalments\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`account_id\`) REFERENCES \`payment_accounts\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`alias_id\`) REFERENCES \`aliases\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`mandate_id\`) REFERENCES \`mandates\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`refund_of_id\`) REFERENCES \`charges\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`run_id\`) REFERENCES \`runs\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`debit_file_id\`) REFERENCES \`direct_debit_files\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`site_id\`) REFERENCES \`sites\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`institution_id\`) REFERENCES \`institutions\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`charges_reference_idx\` ON \`charges\` (\`reference\`);`)
  await db.run(sql`CREATE INDEX \`charges_kind_idx\` ON \`charges\` (\`kind\`);`)
  await db.run(sql`CREATE INDEX \`charges_state_idx\` ON \`charges\` (\`state\`);`)
  await db.run(sql`CREATE INDEX \`charges_contact_idx\` ON \`charges\` (\`contact_id\`);`)
  await db.run(sql`CREATE INDEX \`charges_file_idx\` ON \`charges\` (\`file_id\`);`)
  await db.run(sql`CREATE INDEX \`charges_payment_idx\` ON \`charges\` (\`payment_id\`);`)
  await db.run(sql`CREATE INDEX \`charges_instalment_idx\` ON \`charges\` (\`instalment_id\`);`)
  await db.run(sql`CREATE INDEX \`charges_account_idx\` ON \`charges\` (\`account_id\`);`)
  await db.run(sql`CREATE INDEX \`charges_alias_idx\` ON \`charges\` (\`alias_id\`);`)
  await db.run(sql`CREATE INDEX \`charges_mandate_idx\` ON \`charges\` (\`mandate_id\`);`)
  await db.run(sql`CREATE INDEX \`charges_refund_of_idx\` ON \`charges\` (\`refund_of_id\`);`)
  await db.run(sql`CREATE INDEX \`charges_run_idx\` ON \`charges\` (\`run_id\`);`)
  await db.run(sql`CREATE INDEX \`charges_provider_i_d_idx\` ON \`charges\` (\`provider_i_d\`);`)
  await db.run(sql`CREATE INDEX \`charges_reason_idx\` ON \`charges\` (\`reason\`);`)
  await db.run(sql`CREATE INDEX \`charges_debit_file_idx\` ON \`charges\` (\`debit_file_id\`);`)
  await db.run(sql`CREATE INDEX \`charges_part_i_d_idx\` ON \`charges\` (\`part_i_d\`);`)
  await db.run(sql`CREATE INDEX \`charges_to_settle_idx\` ON \`charges\` (\`to_settle\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`charges_attempt_key_idx\` ON \`charges\` (\`attempt_key\`);`)
  await db.run(sql`CREATE INDEX \`charges_site_idx\` ON \`charges\` (\`site_id\`);`)
  await db.run(sql`CREATE INDEX \`charges_institution_idx\` ON \`charges\` (\`institution_id\`);`)
  await db.run(sql`CREATE INDEX \`charges_updated_at_idx\` ON \`charges\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`charges_created_at_idx\` ON \`charges\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`institution_createdAt_25_idx\` ON \`charges\` (\`institution_id\`,\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`site_institution_createdAt_17_idx\` ON \`charges\` (\`site_id\`,\`institution_id\`,\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`payment_failures\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`contact_id\` text(36) NOT NULL,
  	\`cause\` text NOT NULL,
  	\`amount\` numeric NOT NULL,
  	\`currency\` text NOT NULL,
  	\`file_id\` text(36) NOT NULL,
  	\`payment_id\` text(36),
  	\`terms\` text,
  	\`instalment_id\` text(36),
  	\`alias_id\` text(36),
  	\`mandate_id\` text(36),
  	\`run_id\` text(36),
  	\`attempts\` numeric DEFAULT 0 NOT NULL,
  	\`state\` text DEFAULT 'open' NOT NULL,
  	\`failed_at\` text NOT NULL,
  	\`stage\` numeric DEFAULT 0 NOT NULL,
  	\`last_reminder_at\` text,
  	\`next_step_at\` text,
  	\`closed_at\` text,
  	\`failure_key\` text NOT NULL,
  	\`site_id\` text(36) NOT NULL,
  	\`institution_id\` text(36) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`contact_id\`) REFERENCES \`contacts\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`file_id\`) REFERENCES \`files\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`payment_id\`) REFERENCES \`payments\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`instalment_id\`) REFERENCES \`instalments\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`alias_id\`) REFERENCES \`aliases\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`mandate_id\`) REFERENCES \`mandates\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`run_id\`) REFERENCES \`runs\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`site_id\`) REFERENCES \`sites\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`institution_id\`) REFERENCES \`institutions\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`payment_failures_contact_idx\` ON \`payment_failures\` (\`contact_id\`);`)
  await db.run(sql`CREATE INDEX \`payment_failures_cause_idx\` ON \`payment_failures\` (\`cause\`);`)
  await db.run(sql`CREATE INDEX \`payment_failures_file_idx\` ON \`payment_failures\` (\`file_id\`);`)
  await db.run(sql`CREATE INDEX \`payment_failures_payment_idx\` ON \`payment_failures\` (\`payment_id\`);`)
  await db.run(sql`CREATE INDEX \`payment_failures_instalment_idx\` ON \`payment_failures\` (\`instalment_id\`);`)
  await db.run(sql`CREATE INDEX \`payment_failures_alias_idx\` ON \`payment_failures\` (\`alias_id\`);`)
  await db.run(sql`CREATE INDEX \`payment_failures_mandate_idx\` ON \`payment_failures\` (\`mandate_id\`);`)
  await db.run(sql`CREATE INDEX \`payment_failures_run_idx\` ON \`payment_failures\` (\`run_id\`);`)
  await db.run(sql`CREATE INDEX \`payment_failures_state_idx\` ON \`payment_failures\` (\`state\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`payment_failures_failure_key_idx\` ON \`payment_failures\` (\`failure_key\`);`)
  await db.run(sql`CREATE INDEX \`payment_failures_site_idx\` ON \`payment_failures\` (\`site_id\`);`)
  await db.run(sql`CREATE INDEX \`payment_failures_institution_idx\` ON \`payment_failures\` (\`institution_id\`);`)
  await db.run(sql`CREATE INDEX \`payment_failures_updated_at_idx\` ON \`payment_failures\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`payment_failures_created_at_idx\` ON \`payment_failures\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`site_state_failedAt_idx\` ON \`payment_failures\` (\`site_id\`,\`state\`,\`failed_at\`);`)
  await db.run(sql`CREATE INDEX \`state_nextStepAt_idx\` ON \`payment_failures\` (\`state\`,\`next_step_at\`);`)
  await db.run(sql`CREATE INDEX \`institution_failedAt_idx\` ON \`payment_failures\` (\`institution_id\`,\`failed_at\`);`)
  await db.run(sql`CREATE INDEX \`site_institution_failedAt_idx\` ON \`payment_failures\` (\`site_id\`,\`institution_id\`,\`failed_at\`);`)
  await db.run(sql`CREATE TABLE \`payment_mailings\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`name\` text NOT NULL,
  	\`kind\` text NOT NULL,
  	\`stage\` numeric,
  	\`started_by_id\` text(36),
  	\`started_at\` text,
  	\`mailing_key\` text NOT NULL,
  	\`site_id\` text(36) NOT NULL,
  	\`institution_id\` text(36) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`started_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`site_id\`) REFERENCES \`sites\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`institution_id\`) REFERENCES \`institutions\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`payment_mailings_kind_idx\` ON \`payment_mailings\` (\`kind\`);`)
  await db.run(sql`CREATE INDEX \`payment_mailings_started_by_idx\` ON \`payment_mailings\` (\`started_by_id\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`payment_mailings_mailing_key_idx\` ON \`payment_mailings\` (\`mailing_key\`);`)
  await db.run(sql`CREATE INDEX \`payment_mailings_site_idx\` ON \`payment_mailings\` (\`site_id\`);`)
  await db.run(sql`CREATE INDEX \`payment_mailings_institution_idx\` ON \`payment_mailings\` (\`institution_id\`);`)
  await db.run(sql`CREATE INDEX \`payment_mailings_updated_at_idx\` ON \`payment_mailings\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`payment_mailings_created_at_idx\` ON \`payment_mailings\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`institution_createdAt_26_idx\` ON \`payment_mailings\` (\`institution_id\`,\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`site_institution_createdAt_18_idx\` ON \`payment_mailings\` (\`site_id\`,\`institution_id\`,\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`card_links\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`contact_id\` text(36) NOT NULL,
  	\`account_id\` text(36) NOT NULL,
  	\`failure_id\` text(36),
  	\`mailing_id\` text(36),
  	\`stage\` numeric,
  	\`state\` text DEFAULT 'open' NOT NULL,
  	\`mail_state\` text DEFAULT 'waiting' NOT NULL,
  	\`mail_error\` text,
  	\`expires_at\` text NOT NULL,
  	\`opened_at\` text,
  	\`stored_at\` text,
  	\`paid_at\` text,
  	\`alias_id\` text(36),
  	\`setups\` text,
  	\`ask_at\` text,
  	\`token_hash\` text NOT NULL,
  	\`reminder_key\` text NOT NULL,
  	\`site_id\` text(36) NOT NULL,
  	\`institution_id\` text(36) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`contact_id\`) REFERENCES \`contacts\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`account_id\`) REFERENCES \`payment_accounts\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`failure_id\`) REFERENCES \`payment_failures\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`mailing_id\`) REFERENCES \`payment_mailings\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`alias_id\`) REFERENCES \`aliases\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`site_id\`) REFERENCES \`sites\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`institution_id\`) REFERENCES \`institutions\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`card_links_contact_idx\` ON \`card_links\` (\`contact_id\`);`)
  await db.run(sql`CREATE INDEX \`card_links_account_idx\` ON \`card_links\` (\`account_id\`);`)
  await db.run(sql`CREATE INDEX \`card_links_failure_idx\` ON \`card_links\` (\`failure_id\`);`)
  await db.run(sql`CREATE INDEX \`card_links_mailing_idx\` ON \`card_links\` (\`mailing_id\`);`)
  await db.run(sql`CREATE INDEX \`card_links_state_idx\` ON \`card_links\` (\`state\`);`)
  await db.run(sql`CREATE INDEX \`card_links_mail_state_idx\` ON \`card_links\` (\`mail_state\`);`)
  await db.run(sql`CREATE INDEX \`card_links_alias_idx\` ON \`card_links\` (\`alias_id\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`card_links_token_hash_idx\` ON \`card_links\` (\`token_hash\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`card_links_reminder_key_idx\` ON \`card_links\` (\`reminder_key\`);`)
  await db.run(sql`CREATE INDEX \`card_links_site_idx\` ON \`card_links\` (\`site_id\`);`)
  await db.run(sql`CREATE INDEX \`card_links_institution_idx\` ON \`card_links\` (\`institution_id\`);`)
  await db.run(sql`CREATE INDEX \`card_links_updated_at_idx\` ON \`card_links\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`card_links_created_at_idx\` ON \`card_links\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`askAt_idx\` ON \`card_links\` (\`ask_at\`);`)
  await db.run(sql`CREATE INDEX \`institution_createdAt_27_idx\` ON \`card_links\` (\`institution_id\`,\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`site_institution_createdAt_19_idx\` ON \`card_links\` (\`site_id\`,\`institution_id\`,\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`reminder_plans_stages\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`days\` numeric NOT NULL,
  	\`mail\` text NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`reminder_plans\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`reminder_plans_stages_order_idx\` ON \`reminder_plans_stages\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`reminder_plans_stages_parent_id_idx\` ON \`reminder_plans_stages\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`reminder_plans\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`name\` text NOT NULL,
  	\`active\` integer DEFAULT true,
  	\`at_end\` text DEFAULT 'leave' NOT NULL,
  	\`end_days\` numeric DEFAULT 21,
  	\`deadline_days\` numeric DEFAULT 14,
  	\`charge_at_once\` integer DEFAULT false,
  	\`link_days\` numeric DEFAULT 30 NOT NULL,
  	\`plan_key\` text NOT NULL,
  	\`site_id\` text(36) NOT NULL,
  	\`institution_id\` text(36) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`site_id\`) REFERENCES \`sites\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`institution_id\`) REFERENCES \`institutions\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`reminder_plans_plan_key_idx\` ON \`reminder_plans\` (\`plan_key\`);`)
  await db.run(sql`CREATE INDEX \`reminder_plans_site_idx\` ON \`reminder_plans\` (\`site_id\`);`)
  await db.run(sql`CREATE INDEX \`reminder_plans_institution_idx\` ON \`reminder_plans\` (\`institution_id\`);`)
  await db.run(sql`CREATE INDEX \`reminder_plans_updated_at_idx\` ON \`reminder_plans\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`reminder_plans_created_at_idx\` ON \`reminder_plans\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`institution_createdAt_28_idx\` ON \`reminder_plans\` (\`institution_id\`,\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`site_institution_createdAt_20_idx\` ON \`reminder_plans\` (\`site_id\`,\`institution_id\`,\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`payment_accounts\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`name\` text NOT NULL,
  	\`provider\` text NOT NULL,
  	\`active\` integer DEFAULT true,
  	\`address\` text,
  	\`merchant_i_d\` text,
  	\`environment\` text,
  	\`currency\` text,
  	\`payment_methods\` text,
  	\`secret_key\` text,
  	\`password\` text,
  	\`webhook_secret\` text,
  	\`hmac_key\` text,
  	\`creditor_name\` text,
  	\`creditor_i_d\` text,
  	\`creditor_i_b_a_n\` text,
  	\`creditor_b_i_c\` text,
  	\`creditor_street\` text,
  	\`creditor_house_number\` text,
  	\`creditor_postcode\` text,
  	\`creditor_town\` text,
  	\`creditor_country\` text,
  	\`notice_days\` numeric DEFAULT 14,
  	\`lead_days\` numeric DEFAULT 1,
  	\`cut_off\` text DEFAULT '12:00',
  	\`pain_version\` text DEFAULT '08',
  	\`announces_first\` integer DEFAULT true,
  	\`paid_after_days\` numeric,
  	\`institution_id\` text(36) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`institution_id\`) REFERENCES \`institutions\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`payment_accounts_provider_idx\` ON \`payment_accounts\` (\`provider\`);`)
  await db.run(sql`CREATE INDEX \`payment_accounts_pain_version_idx\` ON \`payment_accounts\` (\`pain_version\`);`)
  await db.run(sql`CREATE INDEX \`payment_accounts_institution_idx\` ON \`payment_accounts\` (\`institution_id\`);`)
  await db.run(sql`CREATE INDEX \`payment_accounts_updated_at_idx\` ON \`payment_accounts\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`payment_accounts_created_at_idx\` ON \`payment_accounts\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`institution_createdAt_29_idx\` ON \`payment_accounts\` (\`institution_id\`,\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`payment_events\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`account_id\` text(36) NOT NULL,
  	\`reference\` text,
  	\`status\` text,
  	\`occurred_at\` text,
  	\`event_key\` text NOT NULL,
  	\`institution_id\` text(36) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`account_id\`) REFERENCES \`payment_accounts\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`institution_id\`) REFERENCES \`institutions\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`payment_events_account_idx\` ON \`payment_events\` (\`account_id\`);`)
  await db.run(sql`CREATE INDEX \`payment_events_reference_idx\` ON \`payment_events\` (\`reference\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`payment_events_event_key_idx\` ON \`payment_events\` (\`event_key\`);`)
  await db.run(sql`CREATE INDEX \`payment_events_institution_idx\` ON \`payment_events\` (\`institution_id\`);`)
  await db.run(sql`CREATE INDEX \`payment_events_updated_at_idx\` ON \`payment_events\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`payment_events_created_at_idx\` ON \`payment_events\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`direct_debit_files\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`message_i_d\` text NOT NULL,
  	\`account_id\` text(36) NOT NULL,
  	\`state\` text NOT NULL,
  	\`until\` text NOT NULL,
  	\`count\` numeric NOT NULL,
  	\`amount\` numeric NOT NULL,
  	\`currency\` text NOT NULL,
  	\`prepared_by_id\` text(36),
  	\`prepared_at\` text,
  	\`released_by_id\` text(36),
  	\`released_at\` text,
  	\`discarded_by_id\` text(36),
  	\`discarded_at\` text,
  	\`creditor\` text,
  	\`version\` text,
  	\`site_id\` text(36) NOT NULL,
  	\`institution_id\` text(36) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`account_id\`) REFERENCES \`payment_accounts\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`prepared_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`released_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`discarded_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`site_id\`) REFERENCES \`sites\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`institution_id\`) REFERENCES \`institutions\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`direct_debit_files_message_i_d_idx\` ON \`direct_debit_files\` (\`message_i_d\`);`)
  await db.run(sql`CREATE INDEX \`direct_debit_files_account_idx\` ON \`direct_debit_files\` (\`account_id\`);`)
  await db.run(sql`CREATE INDEX \`direct_debit_files_state_idx\` ON \`direct_debit_files\` (\`state\`);`)
  await db.run(sql`CREATE INDEX \`direct_debit_files_prepared_by_idx\` ON \`direct_debit_files\` (\`prepared_by_id\`);`)
  await db.run(sql`CREATE INDEX \`direct_debit_files_released_by_idx\` ON \`direct_debit_files\` (\`released_by_id\`);`)
  await db.run(sql`CREATE INDEX \`direct_debit_files_discarded_by_idx\` ON \`direct_debit_files\` (\`discarded_by_id\`);`)
  await db.run(sql`CREATE INDEX \`direct_debit_files_site_idx\` ON \`direct_debit_files\` (\`site_id\`);`)
  await db.run(sql`CREATE INDEX \`direct_debit_files_institution_idx\` ON \`direct_debit_files\` (\`institution_id\`);`)
  await db.run(sql`CREATE INDEX \`direct_debit_files_updated_at_idx\` ON \`direct_debit_files\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`direct_debit_files_created_at_idx\` ON \`direct_debit_files\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`institution_createdAt_30_idx\` ON \`direct_debit_files\` (\`institution_id\`,\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`site_institution_createdAt_21_idx\` ON \`direct_debit_files\` (\`site_id\`,\`institution_id\`,\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`bank_reports\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`file_name\` text NOT NULL,
  	\`digest\` text NOT NULL,
  	\`kind\` text NOT NULL,
  	\`message_i_d\` text,
  	\`is_done\` integer DEFAULT false,
  	\`counts\` text,
  	\`unmatched\` text,
  	\`uploaded_by_id\` text(36),
  	\`institution_id\` text(36) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`uploaded_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`institution_id\`) REFERENCES \`institutions\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`bank_reports_digest_idx\` ON \`bank_reports\` (\`digest\`);`)
  await db.run(sql`CREATE INDEX \`bank_reports_uploaded_by_idx\` ON \`bank_reports\` (\`uploaded_by_id\`);`)
  await db.run(sql`CREATE INDEX \`bank_reports_institution_idx\` ON \`bank_reports\` (\`institution_id\`);`)
  await db.run(sql`CREATE INDEX \`bank_reports_updated_at_idx\` ON \`bank_reports\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`bank_reports_created_at_idx\` ON \`bank_reports\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`mail_texts\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`kind\` text NOT NULL,
  	\`de_subject\` text,
  	\`de_body\` text,
  	\`fr_subject\` text,
  	\`fr_body\` text,
  	\`en_subject\` text,
  	\`en_body\` text,
  	\`text_key\` text NOT NULL,
  	\`site_id\` text(36) NOT NULL,
  	\`institution_id\` text(36) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`site_id\`) REFERENCES \`sites\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`institution_id\`) REFERENCES \`institutions\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`mail_texts_kind_idx\` ON \`mail_texts\` (\`kind\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`mail_texts_text_key_idx\` ON \`mail_texts\` (\`text_key\`);`)
  await db.run(sql`CREATE INDEX \`mail_texts_site_idx\` ON \`mail_texts\` (\`site_id\`);`)
  await db.run(sql`CREATE INDEX \`mail_texts_institution_idx\` ON \`mail_texts\` (\`institution_id\`);`)
  await db.run(sql`CREATE INDEX \`mail_texts_updated_at_idx\` ON \`mail_texts\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`mail_texts_created_at_idx\` ON \`mail_texts\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`institution_createdAt_31_idx\` ON \`mail_texts\` (\`institution_id\`,\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`site_institution_createdAt_22_idx\` ON \`mail_texts\` (\`site_id\`,\`institution_id\`,\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`payload_kv\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`key\` text NOT NULL,
  	\`data\` text NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`payload_kv_key_idx\` ON \`payload_kv\` (\`key\`);`)
  await db.run(sql`CREATE TABLE \`payload_preferences\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`key\` text,
  	\`value\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`payload_preferences_key_idx\` ON \`payload_preferences\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`payload_preferences_updated_at_idx\` ON \`payload_preferences\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`payload_preferences_created_at_idx\` ON \`payload_preferences\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`payload_preferences_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`users_id\` text(36),
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`payload_preferences\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`users_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`payload_preferences_rels_order_idx\` ON \`payload_preferences_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`payload_preferences_rels_parent_idx\` ON \`payload_preferences_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_preferences_rels_path_idx\` ON \`payload_preferences_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`payload_preferences_rels_users_id_idx\` ON \`payload_preferences_rels\` (\`users_id\`);`)
  await db.run(sql`CREATE TABLE \`payload_migrations\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`name\` text,
  	\`batch\` numeric,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`payload_migrations_updated_at_idx\` ON \`payload_migrations\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`payload_migrations_created_at_idx\` ON \`payload_migrations\` (\`created_at\`);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`files\`;`)
  await db.run(sql`DROP TABLE \`orders\`;`)
  await db.run(sql`DROP TABLE \`lines\`;`)
  await db.run(sql`DROP TABLE \`seat_allocations\`;`)
  await db.run(sql`DROP TABLE \`tickets\`;`)
  await db.run(sql`DROP TABLE \`payments\`;`)
  await db.run(sql`DROP TABLE \`instalments\`;`)
  await db.run(sql`DROP TABLE \`contacts\`;`)
  await db.run(sql`DROP TABLE \`contact_answers\`;`)
  await db.run(sql`DROP TABLE \`preferred_seats\`;`)
  await db.run(sql`DROP TABLE \`aliases\`;`)
  await db.run(sql`DROP TABLE \`mandates\`;`)
  await db.run(sql`DROP TABLE \`criteria\`;`)
  await db.run(sql`DROP TABLE \`seasons\`;`)
  await db.run(sql`DROP TABLE \`subscriptions\`;`)
  await db.run(sql`DROP TABLE \`subscriptions_rels\`;`)
  await db.run(sql`DROP TABLE \`events\`;`)
  await db.run(sql`DROP TABLE \`performances\`;`)
  await db.run(sql`DROP TABLE \`tariffs\`;`)
  await db.run(sql`DROP TABLE \`prices\`;`)
  await db.run(sql`DROP TABLE \`venues\`;`)
  await db.run(sql`DROP TABLE \`price_categories\`;`)
  await db.run(sql`DROP TABLE \`seats\`;`)
  await db.run(sql`DROP TABLE \`renewal_batches_mapping\`;`)
  await db.run(sql`DROP TABLE \`renewal_batches_tariff_mapping\`;`)
  await db.run(sql`DROP TABLE \`renewal_batches\`;`)
  await db.run(sql`DROP TABLE \`renewal_batches_rels\`;`)
  await db.run(sql`DROP TABLE \`subscriber_imports\`;`)
  await db.run(sql`DROP TABLE \`runs\`;`)
  await db.run(sql`DROP TABLE \`run_chunks\`;`)
  await db.run(sql`DROP TABLE \`run_rows\`;`)
  await db.run(sql`DROP TABLE \`outbox\`;`)
  await db.run(sql`DROP TABLE \`journal\`;`)
  await db.run(sql`DROP TABLE \`institutions\`;`)
  await db.run(sql`DROP TABLE \`sites_plugins\`;`)
  await db.run(sql`DROP TABLE \`sites\`;`)
  await db.run(sql`DROP TABLE \`users_roles\`;`)
  await db.run(sql`DROP TABLE \`users_sessions\`;`)
  await db.run(sql`DROP TABLE \`users\`;`)
  await db.run(sql`DROP TABLE \`users_rels\`;`)
  await db.run(sql`DROP TABLE \`sales_channels\`;`)
  await db.run(sql`DROP TABLE \`points_of_sale\`;`)
  await db.run(sql`DROP TABLE \`points_of_sale_rels\`;`)
  await db.run(sql`DROP TABLE \`shipment_modes\`;`)
  await db.run(sql`DROP TABLE \`shipment_modes_rels\`;`)
  await db.run(sql`DROP TABLE \`payment_methods_uses\`;`)
  await db.run(sql`DROP TABLE \`payment_methods\`;`)
  await db.run(sql`DROP TABLE \`counters\`;`)
  await db.run(sql`DROP TABLE \`agenda_jobs\`;`)
  await db.run(sql`DROP TABLE \`charges\`;`)
  await db.run(sql`DROP TABLE \`payment_failures\`;`)
  await db.run(sql`DROP TABLE \`payment_mailings\`;`)
  await db.run(sql`DROP TABLE \`card_links\`;`)
  await db.run(sql`DROP TABLE \`reminder_plans_stages\`;`)
  await db.run(sql`DROP TABLE \`reminder_plans\`;`)
  await db.run(sql`DROP TABLE \`payment_accounts\`;`)
  await db.run(sql`DROP TABLE \`payment_events\`;`)
  await db.run(sql`DROP TABLE \`direct_debit_files\`;`)
  await db.run(sql`DROP TABLE \`bank_reports\`;`)
  await db.run(sql`DROP TABLE \`mail_texts\`;`)
  await db.run(sql`DROP TABLE \`payload_kv\`;`)
  await db.run(sql`DROP TABLE \`payload_preferences\`;`)
  await db.run(sql`DROP TABLE \`payload_preferences_rels\`;`)
  await db.run(sql`DROP TABLE \`payload_migrations\`;`)
}
