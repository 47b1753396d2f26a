CREATE TABLE alert (
	source VARCHAR NOT NULL, 
	problem VARCHAR NOT NULL, 
	since BIGINT NOT NULL, 
	PRIMARY KEY (source)
);
CREATE TABLE attempt (
	name VARCHAR NOT NULL, 
	window INTEGER NOT NULL, 
	wrong INTEGER NOT NULL, 
	wrong_at BIGINT NOT NULL, 
	PRIMARY KEY (name, window)
);
CREATE TABLE centre (
	id INTEGER NOT NULL, 
	document VARCHAR NOT NULL, 
	PRIMARY KEY (id), 
	CHECK (id = 1)
);
CREATE TABLE event (
	revision BIGINT NOT NULL, 
	at BIGINT NOT NULL, 
	act VARCHAR NOT NULL, 
	ticket_id BIGINT, 
	ticket VARCHAR, 
	service_day VARCHAR, 
	service VARCHAR, 
	class_ VARCHAR, 
	window INTEGER, 
	services VARCHAR, 
	place BIGINT, 
	arrival BIGINT, 
	out_of_turn BOOLEAN, 
	clock_set_back BOOLEAN, 
	seal BLOB, 
	salted BLOB, 
	slot BIGINT, 
	person INTEGER, 
	steps VARCHAR, 
	for_window INTEGER, 
	digest BLOB NOT NULL, 
	PRIMARY KEY (revision), 
	CHECK (revision >= 1)
);
CREATE TABLE maintenance (
	id INTEGER NOT NULL, 
	salt BLOB NOT NULL, 
	hash BLOB NOT NULL, 
	wrong INTEGER NOT NULL, 
	wrong_at BIGINT NOT NULL, 
	PRIMARY KEY (id), 
	CHECK (id = 1)
);
CREATE TABLE note (
	revision BIGINT NOT NULL, 
	salt BLOB NOT NULL, 
	text VARCHAR NOT NULL, 
	PRIMARY KEY (revision)
);
CREATE TABLE person (
	id INTEGER NOT NULL, 
	name VARCHAR NOT NULL, 
	role VARCHAR NOT NULL, 
	pin VARCHAR NOT NULL, 
	active BOOLEAN NOT NULL, 
	disabled_at BIGINT, 
	PRIMARY KEY (id), 
	CHECK (role IN ('operator', 'supervisor')), 
	UNIQUE (name)
);
CREATE TABLE presence (
	source VARCHAR NOT NULL, 
	at BIGINT NOT NULL, 
	PRIMARY KEY (source)
);
CREATE TABLE service (
	id VARCHAR NOT NULL, 
	PRIMARY KEY (id)
);
CREATE TABLE store (
	id INTEGER NOT NULL, 
	shape INTEGER NOT NULL, 
	revision BIGINT NOT NULL, 
	head VARCHAR NOT NULL, 
	at BIGINT NOT NULL, 
	arrival BIGINT NOT NULL, 
	service_day VARCHAR NOT NULL, 
	centre_revision BIGINT NOT NULL, 
	PRIMARY KEY (id), 
	CHECK (id = 1)
);
CREATE TABLE rating (
	service_day VARCHAR NOT NULL, 
	service VARCHAR NOT NULL, 
	question VARCHAR NOT NULL, 
	answer VARCHAR NOT NULL, 
	count INTEGER NOT NULL, 
	PRIMARY KEY (service_day, service, question, answer), 
	CHECK (count >= 1), 
	FOREIGN KEY(service) REFERENCES service (id)
);
CREATE TABLE window (
	number INTEGER NOT NULL, 
	state VARCHAR NOT NULL, 
	revision BIGINT NOT NULL, 
	person INTEGER, 
	since BIGINT, 
	session VARCHAR, 
	pause VARCHAR, 
	pause_since BIGINT, 
	PRIMARY KEY (number), 
	CHECK (state IN ('closed', 'open')), 
	FOREIGN KEY(person) REFERENCES person (id)
);
CREATE TABLE message (
	id INTEGER NOT NULL, 
	window INTEGER NOT NULL, 
	person INTEGER, 
	text VARCHAR NOT NULL, 
	at BIGINT NOT NULL, 
	read_at BIGINT, 
	PRIMARY KEY (id), 
	FOREIGN KEY(window) REFERENCES window (number), 
	FOREIGN KEY(person) REFERENCES person (id)
);
CREATE TABLE ticket (
	id BIGINT NOT NULL, 
	service_day VARCHAR NOT NULL, 
	series VARCHAR NOT NULL, 
	number INTEGER, 
	code VARCHAR, 
	request_key VARCHAR, 
	seal BLOB NOT NULL, 
	first_service VARCHAR NOT NULL, 
	service VARCHAR NOT NULL, 
	class_ VARCHAR NOT NULL, 
	language VARCHAR NOT NULL, 
	state VARCHAR NOT NULL, 
	arrival BIGINT NOT NULL, 
	place BIGINT NOT NULL, 
	revision BIGINT NOT NULL, 
	acted_at BIGINT NOT NULL, 
	window INTEGER, 
	calls INTEGER NOT NULL, 
	first_called_at BIGINT, 
	called_at BIGINT, 
	call_revision BIGINT, 
	started_at BIGINT, 
	requeues INTEGER NOT NULL, 
	requeued_at BIGINT, 
	slot BIGINT, 
	steps VARCHAR, 
	for_window INTEGER, 
	postpones INTEGER NOT NULL, 
	PRIMARY KEY (id), 
	UNIQUE (service_day, series, number), 
	CHECK (number >= 1), 
	CHECK (number IS NOT NULL OR state IN ('booked', 'cancelled', 'no-show')), 
	CHECK (class_ IN ('immediate', 'normal', 'priority')), 
	CHECK (state IN ('booked', 'called', 'cancelled', 'expired', 'no-show', 'on-hold', 'removed', 'served', 'serving', 'waiting')), 
	UNIQUE (code), 
	UNIQUE (request_key), 
	FOREIGN KEY(first_service) REFERENCES service (id), 
	FOREIGN KEY(service) REFERENCES service (id), 
	FOREIGN KEY(window) REFERENCES window (number)
);
CREATE TABLE window_service (
	window INTEGER NOT NULL, 
	service VARCHAR NOT NULL, 
	PRIMARY KEY (window, service), 
	FOREIGN KEY(window) REFERENCES window (number), 
	FOREIGN KEY(service) REFERENCES service (id)
);
CREATE TABLE printing (
	id INTEGER NOT NULL, 
	ticket_id BIGINT NOT NULL, 
	printer VARCHAR NOT NULL, 
	copy_ BOOLEAN NOT NULL, 
	state VARCHAR NOT NULL, 
	asked_at BIGINT NOT NULL, 
	state_at BIGINT NOT NULL, 
	problem VARCHAR, 
	PRIMARY KEY (id), 
	CHECK (state IN ('dropped', 'printed', 'sending', 'waiting')), 
	FOREIGN KEY(ticket_id) REFERENCES ticket (id)
);
CREATE TABLE rated (
	ticket_id BIGINT NOT NULL, 
	PRIMARY KEY (ticket_id), 
	FOREIGN KEY(ticket_id) REFERENCES ticket (id)
);
CREATE INDEX event_ticket ON event (ticket_id);
CREATE INDEX printing_open ON printing (printer, id) WHERE state IN ('sending', 'waiting');
CREATE INDEX ticket_booked ON ticket (service_day) WHERE state = 'booked';
CREATE UNIQUE INDEX ticket_in_hand ON ticket (window) WHERE state IN ('called', 'serving');
CREATE INDEX ticket_of_slot ON ticket (service_day, service, slot) WHERE slot IS NOT NULL;
CREATE INDEX ticket_on_board ON ticket (service_day, call_revision) WHERE call_revision IS NOT NULL;
CREATE INDEX ticket_on_hold ON ticket (service_day) WHERE state = 'on-hold';
CREATE INDEX ticket_unpurged ON ticket (service_day) WHERE code IS NOT NULL AND state IN ('cancelled', 'expired', 'no-show', 'removed', 'served');
CREATE INDEX ticket_waiting ON ticket (service, service_day, place, id, arrival) WHERE state = 'waiting';
INSERT INTO "attempt" VALUES ('b6e960ec6edf18c15c6384996a2546fff7f45eb18dda2316be3c94bb5faa5288', 2, 1, 1795591200000000);
INSERT INTO "centre" VALUES (1, '{"centre":{"id":"test","name":{"az":"Mərkəz","en":"Centre","ru":"Центр"},"timezone":"Asia/Baku","languages":["az","en","ru"],"day_starts":"00:00","holidays":[],"country":null,"address":null,"hours":null,"trust":"local","news":null,"retention":30},"rules":{"recall_after":"15s","no_show_calls":2,"no_show_after":"1m","requeue_pause":"5m","requeue_times":2,"revive_within":"30m","undo_within":"10s","check_in_early":"30m","check_in_late":"10m","last_ticket":"15m","postpone_by":"10m","postpone_times":3,"lock_after":"5m","in_hand_long":"30m","silent_after":"2m","warn_before":"30m"},"classes":{"priority":"20m","immediate":"24h"},"kiosk":{"distance":600,"cell":9,"text":"small","paper":80},"hall":{"quiet":[],"volume":4,"clips":null,"dwell":"5s"},"web":{"remote":false,"networks":[],"rate":60,"trusted_proxies":[]},"reasons":[],"breaks":[{"id":"lunch","name":{"en":"Lunch"}}],"agencies":[{"id":"interior","name":{"az":"Daxili işlər","en":"Interior","ru":"Внутренние дела"}},{"id":"finance","name":{"az":"Maliyyə","en":"Finance","ru":"Финансы"}}],"services":[{"id":"id-card","agency":"interior","series":"A","name":{"az":"Şəxsiyyət vəsiqəsi","en":"Identity card","ru":"Удостоверение личности"},"target_wait":"15m","quota":null,"hours":null,"duration":null,"where":null,"then":[],"closed_on":null,"retired":false},{"id":"passport","agency":"interior","series":"A","name":{"az":"Pasport","en":"Passport","ru":"Паспорт"},"target_wait":"15m","quota":null,"hours":null,"duration":null,"where":null,"then":["tax"],"closed_on":null,"retired":false},{"id":"tax","agency":"finance","series":"B","name":{"az":"Vergi","en":"Tax","ru":"Налоги"},"target_wait":"15m","quota":null,"hours":null,"duration":null,"where":null,"then":[],"closed_on":null,"retired":false},{"id":"notary","agency":"finance","series":"C","name":{"az":"Notariat","en":"Notary","ru":"Нотариус"},"target_wait":"15m","quota":null,"hours":null,"duration":"20m","where":null,"then":[],"closed_on":"2026-11-25","retired":false}],"windows":[{"number":1,"services":["id-card","passport"],"assigned":null,"retired":false},{"number":2,"services":["passport","tax"],"assigned":null,"retired":false},{"number":3,"services":["id-card","passport","tax","notary"],"assigned":["notary","tax"],"retired":false}]}');
INSERT INTO "event" VALUES (1, 1795587600000000, 'init', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, x'97fb27adf8ac0bb0ab80b226505986d23edf9efb27ecc488a2f8aed76b4c8161', NULL, NULL, NULL, NULL, NULL, x'eb49b883dcd38116a5f893e280de4178ea4b9432b2668bafe6d84872b4ff3017');
INSERT INTO "event" VALUES (2, 1795587600000000, 'take', 2, 'A001', '2026-11-25', 'id-card', 'normal', NULL, NULL, 1795587600000000, NULL, NULL, NULL, x'685ae66c06c45ba459369234242efb6a5ea881a22e350ef7b0a15a251d861ed3', NULL, NULL, NULL, NULL, NULL, x'0d6a1ac60876e9412df290b0e3546597b0d3129df8732ad542cc3e40a53b205b');
INSERT INTO "event" VALUES (3, 1795587660000000, 'take', 3, 'A002', '2026-11-25', 'passport', 'normal', NULL, NULL, 1795587660000000, NULL, NULL, NULL, x'f77efafab1428594c28e2a3e97b0a65e39eb129d088c17cdbcdfcb2ec75f6f55', NULL, NULL, NULL, 'tax', NULL, x'a72aef7db343ddf28ec48c8894b941f1a1a9b0905d9bbcaf9cc0889afeeff66a');
INSERT INTO "event" VALUES (4, 1795587720000000, 'take', 4, 'B001', '2026-11-25', 'tax', 'normal', NULL, NULL, 1795587720000000, NULL, NULL, NULL, x'751a096296abb494d1fe6cc74cc81f017c851b0cf422857b11cbf4a26d52e172', NULL, NULL, NULL, NULL, NULL, x'696098dd665d4b7e307de25e0c8d5364fe39fc5813740ac1f544ae381ceb50de');
INSERT INTO "event" VALUES (5, 1795587720000000, 'postpone', 4, 'B001', '2026-11-25', 'tax', 'normal', NULL, NULL, 1795588320000000, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, x'0eefbbfce39b1677b4469b5d5cfdf764eaaddfb0f21cc0ed99503bc1f8b2fdf2');
INSERT INTO "event" VALUES (6, 1795587780000000, 'take', 6, 'C001', '2026-11-25', 'notary', 'normal', NULL, NULL, 1795587780000000, NULL, NULL, NULL, x'44ff663050d60aa6fafb4bbb54d18c525d5bb267956aedf87dfb897a1f5a292d', NULL, NULL, NULL, NULL, NULL, x'3266137e238c479bd9edafcd0c2fa2b26d1754b7cf6a84efcd4476dc2fe204c3');
INSERT INTO "event" VALUES (7, 1795587840000000, 'open', NULL, NULL, NULL, NULL, NULL, 1, 'id-card,passport', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, x'ef8f382e930715a101d4ffe80141e3774669e57e431db1ad57c30f4e0d49e27a');
INSERT INTO "event" VALUES (8, 1795587840000000, 'open', NULL, NULL, NULL, NULL, NULL, 2, 'passport,tax', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, x'860000c33221a16cd3c86d4043a6bbf637c5eb040df83538436013ec7d4ac2ed');
INSERT INTO "event" VALUES (9, 1795587840000000, 'open', NULL, NULL, NULL, NULL, NULL, 3, 'id-card,passport,tax,notary', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, x'a5334d2f54d56a1fc213036ee1104d7bb2a3bdfd47cbe5e903d3d7782047a705');
INSERT INTO "event" VALUES (10, 1795587840000000, 'call', 2, 'A001', '2026-11-25', 'id-card', 'normal', 1, 'id-card,passport', NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, x'0cc50174630c4d5d61a0ed1b3f1f1658dbdc0a91c6c85cd4e6d9fb1c8ce8056f');
INSERT INTO "event" VALUES (11, 1795587840000000, 'start', 2, 'A001', '2026-11-25', 'id-card', 'normal', 1, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, x'36bb18a6adca93ddf36c19db221191a45feacb7c598d2002e6444d056db51780');
INSERT INTO "event" VALUES (12, 1795587840000000, 'finish', 2, 'A001', '2026-11-25', 'id-card', 'normal', 1, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, x'8ebd28a002d679ff64d8208d62b3c0e69aa53ff51c805b4321c6bcd32c6f160e');
INSERT INTO "event" VALUES (13, 1795587840000000, 'call', 3, 'A002', '2026-11-25', 'passport', 'normal', 1, 'id-card,passport', NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, x'ee130a924da8958a0462e195903dc1248ac00f5f55276da21a3ef499a1a9771e');
INSERT INTO "event" VALUES (14, 1795587840000000, 'hold', 3, 'A002', '2026-11-25', 'passport', 'normal', 1, NULL, NULL, NULL, NULL, NULL, NULL, x'b754b4d1721dc01381fc075731e7b3d7c2a48457b8ecddefc498a8168895d602', NULL, NULL, NULL, NULL, x'07244280119ac83199669a1807373c7e699e1a60b67cb621ec27d707967cd8c8');
INSERT INTO "event" VALUES (15, 1795587840000000, 'call', 4, 'B001', '2026-11-25', 'tax', 'normal', 2, 'passport,tax', NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, x'ed17d3ef113b21fba781b849b8aec215aee4ef406bad9386442193a0ed2dc169');
INSERT INTO "event" VALUES (16, 1795587840000000, 'undo', 4, 'B001', '2026-11-25', 'tax', 'normal', 2, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, x'0837b65702093c81f02abe87c360f3af209a7f6329fc4c0bd0ffcd4e618108eb');
INSERT INTO "event" VALUES (17, 1795587840000000, 'call', 6, 'C001', '2026-11-25', 'notary', 'normal', 3, 'id-card,passport,tax,notary', NULL, NULL, 1, NULL, NULL, x'925bee6743a34f151dc491d6d61c1eea27e23f428909d34d26f6c5cc4b9bf804', NULL, NULL, NULL, NULL, x'0f80161df746aeba1c7de296fb5c3e34d6f2c6e114472e466de255ae62e107a2');
INSERT INTO "event" VALUES (18, 1795587900000000, 'recall', 6, 'C001', '2026-11-25', 'notary', 'normal', 3, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, x'e9de652bed963420bcd533ddd3e18731e0da7df7028a64430b52a3b0e880fb59');
INSERT INTO "event" VALUES (19, 1795587900000000, 'no-show', 6, 'C001', '2026-11-25', 'notary', 'normal', 3, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, x'47d68c97ddb40f68d086767d6ef487087edb366c6b59d4c4681ee9be8f2b87ff');
INSERT INTO "event" VALUES (20, 1795587900000000, 'book', 20, NULL, '2026-11-25', 'notary', 'normal', NULL, NULL, NULL, NULL, NULL, NULL, x'3d3e73ddc75080d6b4de6ff35737fda01a5ec027c6318cd64081e5f5c9b07b4b', x'f7984aa600a6c812ea0e7ee513dc35be79d64be8ccc06e1931d6a5f815f7a124', 1795591200000000, NULL, NULL, NULL, x'8e884726a1cb2a1737c527940954ad313ec02765f7bd864f13ed8b2b547a5250');
INSERT INTO "event" VALUES (21, 1795587900000000, 'book', 21, NULL, '2026-11-25', 'notary', 'normal', NULL, NULL, NULL, NULL, NULL, NULL, x'12c79e6e3c2b57af6864c39f1e2a8ada5bd7f5ff8591731cb0c8a05642d3dcd3', x'058b22a05a69d3bd9beb01e90c663f2dc1cf202b3cc87c77f82f5e7ca083af0f', 1795592400000000, NULL, NULL, NULL, x'263643f50b6542e91a9246a8516253f10a8263b1bfcece46f63c29bc40d0b80a');
INSERT INTO "event" VALUES (22, 1795587900000000, 'book', 22, NULL, '2026-11-25', 'notary', 'normal', NULL, NULL, NULL, NULL, NULL, NULL, x'fd849d0d258207ced034af91bbd67f48a21a77e68bf005cf27346e2a8528388b', x'f79b3a4a72738b4808e1bec99f6c143b09dcfdad736e2c819e301273ce89d84b', 1795593600000000, NULL, NULL, NULL, x'00a1ea74b9e02119ace207f9f99402c4ad40d726de978ee422502f7d97554874');
INSERT INTO "event" VALUES (23, 1795587900000000, 'book', 23, NULL, '2026-11-27', 'notary', 'normal', NULL, NULL, NULL, NULL, NULL, NULL, x'41d730037893e1efb81610fec5eaec7478476baa5700efd912ae70ceb3718032', x'34f12dfb8affa7695d39a315d6f944c5dbb02e6218101a177a159920bcf62c47', 1795764000000000, NULL, NULL, NULL, x'e92f67fd40d09003165d165a54ad6ca9b286a4a5423ddc000aefee6b0f888e9a');
INSERT INTO "event" VALUES (24, 1795587900000000, 'cancel', 21, NULL, '2026-11-25', 'notary', 'normal', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, x'45295039369172bff214f579195630f0902d332c486f52bd0212f0ae55cf02f6');
INSERT INTO "event" VALUES (25, 1795591200000000, 'check-in', 20, 'C002', '2026-11-25', 'notary', 'normal', NULL, NULL, 1795590300000000, 1795590300000000, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, x'54e753441018427de64c9f4afe04666004194ea26a22b2ecfea8515d617ebf75');
INSERT INTO "event" VALUES (26, 1795591200000000, 'sign-on', NULL, NULL, NULL, NULL, NULL, 2, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 1, NULL, NULL, x'32fbd8e01f9e5266f8edca772aaab963d21b6b477b87c06fa59add98572843bd');
INSERT INTO "event" VALUES (27, 1795591200000000, 'walk-in', 27, 'A003', '2026-11-25', 'passport', 'normal', 1, NULL, 1795591200000000, NULL, NULL, NULL, x'b603fa6e8897c87299fa2bb18380acc85b42f7b25a78abd4e56abe54f21c721b', NULL, NULL, NULL, 'tax', NULL, x'57dddfb308385eefe71f1a6eb8ea088fa73ea5ceedc16e0bef9a5ddabda2fcf1');
INSERT INTO "event" VALUES (28, 1795591200000000, 'finish', 27, 'A003', '2026-11-25', 'passport', 'normal', 1, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'tax', NULL, x'15b55866a338b814d64c9b90f581460e49b23fdf3b836bd9bb2f2f476e42248b');
INSERT INTO "event" VALUES (29, 1795591200000000, 'call', 4, 'B001', '2026-11-25', 'tax', 'normal', 2, 'passport,tax', NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, x'98d40cbda5764deeca1093182f4bfa138b9f9439dc3b0cfbbf95e9ab9019bf01');
INSERT INTO "event" VALUES (30, 1795591200000000, 'transfer', 4, 'B001', '2026-11-25', 'id-card', 'normal', 2, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, x'e009fbc1a37f69c173f6a435c738a6f163bd1d1609af64d9d15ede2f64472e08');
INSERT INTO "event" VALUES (31, 1795591200000000, 'call', 4, 'B001', '2026-11-25', 'id-card', 'normal', 1, 'id-card,passport', NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, x'7a88449d7f76c2102cba962a77465218b8fa2a7f7208c7e2c302fee8117e598d');
INSERT INTO "event" VALUES (32, 1795591200000000, 'transfer', 4, 'B001', '2026-11-25', 'tax', 'normal', 1, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 2, x'45944a93c439a180f3e0a24c92e24898a6a22703fe7612bde2c2a152ee78a2de');
INSERT INTO "event" VALUES (33, 1795591200000000, 'front', 20, 'C002', '2026-11-25', 'notary', 'immediate', NULL, NULL, 1795503900000000, NULL, NULL, NULL, NULL, x'210ef39574e1b01f184c6051251b6475ac09c660e3d5d41d8830b3a48449c85f', NULL, NULL, NULL, NULL, x'eab62bdaeb33a044bc4715081e4d0b17c28953e6994b1a7858f07a54f55b8f50');
INSERT INTO "event" VALUES (34, 1795591200000000, 'assign', NULL, NULL, NULL, NULL, NULL, 3, 'notary,tax', NULL, NULL, NULL, NULL, x'f4d302160a8c9e914287d8188da78cc33104b0fc3fbfe15d0e7c8eb3a46b4e28', NULL, NULL, NULL, NULL, NULL, x'2c75243a34b28fac7df5394f9d19c5fccf04520034ea8ba7c6e21a6c2dd23f3c');
INSERT INTO "event" VALUES (35, 1795591200000000, 'close-service', NULL, NULL, NULL, 'notary', NULL, NULL, NULL, NULL, NULL, NULL, NULL, x'75dcf4a1c6385a7ebf2f2c3b9fb8d6304e85edbb1421e3162bf91bd82292d70a', NULL, NULL, NULL, NULL, NULL, x'6d93860f3de343a24c2dfe2813949c5a49fffff10116a7d50546997d897ed1d6');
INSERT INTO "event" VALUES (36, 1795591200000000, 'break', NULL, NULL, NULL, NULL, NULL, 3, NULL, NULL, NULL, NULL, NULL, NULL, x'68c25dc0bbe8dd23864beb34241b06ca6ee6fa978ce39787c2edd69822773df5', NULL, NULL, NULL, NULL, x'49db1678132e25bde900a152be1d45bf380bb8bff9619ed26c606ad141d1e030');
INSERT INTO "event" VALUES (37, 1795674000000000, 'expire', 3, 'A002', '2026-11-25', 'passport', 'normal', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, x'f4196d436f1b03e3f0cc47883101fcfded6c1d67b7013812c9ef5c58456b97b0');
INSERT INTO "event" VALUES (38, 1795674000000000, 'expire', 4, 'B001', '2026-11-25', 'tax', 'normal', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, x'78a2e4e745daad4c33e0bcf5c03627849b0933c9c526662b106b330f1bfbaa38');
INSERT INTO "event" VALUES (39, 1795674000000000, 'expire', 20, 'C002', '2026-11-25', 'notary', 'immediate', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, x'db72db3b53e787c2906e8f64a61b4f28cd0efaaf9a8f315074b851a1b69c15bc');
INSERT INTO "event" VALUES (40, 1795674000000000, 'expire', 22, NULL, '2026-11-25', 'notary', 'normal', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, x'e4d005b9bf6c8376b56ae299fb0eb811ab51d0babfda086315e03bf5974d52ac');
INSERT INTO "event" VALUES (41, 1795674000000000, 'expire', 27, 'A003', '2026-11-25', 'tax', 'normal', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, x'0798bbfd2a262d435addc7a7fe8faea3cc5bb97335d4e159bfa0333b266fa437');
INSERT INTO "event" VALUES (42, 1795674000000000, 'take', 42, 'A001', '2026-11-26', 'id-card', 'normal', NULL, NULL, 1795674000000000, NULL, NULL, NULL, x'b1562bfb32fea2c4a7e15e20d382594be649771a239c138fe887122e2840b668', NULL, NULL, NULL, NULL, NULL, x'488c1470827d724205e215140e4b0b4ad9190b84824c42a7363dee22c47cad01');
INSERT INTO "event" VALUES (43, 1795674000000000, 'take', 43, 'B001', '2026-11-26', 'tax', 'immediate', NULL, NULL, 1795587600000000, NULL, NULL, NULL, x'0d66a6102537cb3b3d7b2d34471ebffc99db9f05bba1a82f556eb7c94303a938', x'05e7802cb61e18b7c9207e3c2951bd604049e4bd73caf126693aeca8dd6524be', NULL, NULL, NULL, NULL, x'b850d32574e26aaf6f0e18a26783610743d2bfdfe4e89f2679758ec3542af9e0');
INSERT INTO "event" VALUES (44, 1795674000000000, 'call', 43, 'B001', '2026-11-26', 'tax', 'immediate', 2, 'passport,tax', NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, x'018cb4f5ca98351cb0c4497b81b14be78bfba01407ecdbe870558cc563a511c8');
INSERT INTO "note" VALUES (14, x'00000000000000031715609f7c746c69', 'fetches a photo');
INSERT INTO "note" VALUES (17, x'0000000000000003b54cda58fbbee87e', 'agreed beforehand');
INSERT INTO "note" VALUES (20, x'0000000000000004f1bbcdcbfa53e0a8', 'Əli');
INSERT INTO "note" VALUES (21, x'00000000000000062e2ac13ef8e8d8d2', 'Əli');
INSERT INTO "note" VALUES (22, x'00000000000000076a99b4b1f77dd0fc', 'Əli');
INSERT INTO "note" VALUES (23, x'0000000000000008a708a824f612c926', 'Əli');
INSERT INTO "note" VALUES (33, x'000000000000000a81af155173f23d65', 'faints');
INSERT INTO "note" VALUES (36, x'000000000000000b1fe68f0af33cb97a', 'lunch');
INSERT INTO "note" VALUES (43, x'000000000000000cfa8cfc37711c2db9', 'fell ill');
INSERT INTO "person" VALUES (1, 'Leyla', 'supervisor', '$argon2id$v=19$m=19456,t=2,p=1$P4DDEyJvmdUAL0w0gLUZGQ$lTHoVb4O1Wt2FPVUi+vEKqxfVPrhpWqs2CgLzmt2x+w', 1, NULL);
INSERT INTO "presence" VALUES ('hall one', 1795591200000000);
INSERT INTO "service" VALUES ('id-card');
INSERT INTO "service" VALUES ('notary');
INSERT INTO "service" VALUES ('passport');
INSERT INTO "service" VALUES ('tax');
INSERT INTO "store" VALUES (1, 4, 44, '018cb4f5ca98351cb0c4497b81b14be78bfba01407ecdbe870558cc563a511c8', 1795674000000000, 1795674000000000, '2026-11-26', 35);
INSERT INTO "rating" VALUES ('2026-11-25', 'id-card', 'cost', 'agree', 1);
INSERT INTO "rating" VALUES ('2026-11-25', 'id-card', 'overall', 'satisfied', 1);
INSERT INTO "window" VALUES (1, 'open', 32, NULL, NULL, NULL, NULL, NULL);
INSERT INTO "window" VALUES (2, 'open', 44, 1, 1795591200000000, '0000000000000009454021de755d453b', NULL, NULL);
INSERT INTO "window" VALUES (3, 'open', 36, NULL, NULL, NULL, 'lunch', 1795591200000000);
INSERT INTO "message" VALUES (1, 1, NULL, 'Come to room 5', 1795591200000000, NULL);
INSERT INTO "ticket" VALUES (2, '2026-11-25', 'A', 1, '000017HQF6WQYJKW2', NULL, x'685ae66c06c45ba459369234242efb6a5ea881a22e350ef7b0a15a251d861ed3', 'id-card', 'id-card', 'normal', 'az', 'served', 1795587600000000, 1795587600000000, 12, 1795587840000000, 1, 1, 1795587840000000, 1795587840000000, 10, 1795587840000000, 0, NULL, NULL, NULL, NULL, 0);
INSERT INTO "ticket" VALUES (3, '2026-11-25', 'A', 2, '00002F3EYDSFX57R5', NULL, x'f77efafab1428594c28e2a3e97b0a65e39eb129d088c17cdbcdfcb2ec75f6f55', 'passport', 'passport', 'normal', 'az', 'expired', 1795587660000000, 1795587660000000, 37, 1795674000000000, 1, 1, 1795587840000000, 1795587840000000, 13, NULL, 0, NULL, NULL, 'tax', NULL, 0);
INSERT INTO "ticket" VALUES (4, '2026-11-25', 'B', 1, '00003PN6DMP7VQVM7', NULL, x'751a096296abb494d1fe6cc74cc81f017c851b0cf422857b11cbf4a26d52e172', 'tax', 'tax', 'normal', 'az', 'expired', 1795587720000000, 1795588320000000, 38, 1795674000000000, 1, 0, NULL, 1795591200000000, 31, NULL, 0, NULL, NULL, NULL, 2, 1);
INSERT INTO "ticket" VALUES (6, '2026-11-25', 'C', 1, '00004Y6XWVJZTAFGA', NULL, x'44ff663050d60aa6fafb4bbb54d18c525d5bb267956aedf87dfb897a1f5a292d', 'notary', 'notary', 'normal', 'az', 'no-show', 1795587780000000, 1795587780000000, 19, 1795587900000000, 3, 2, 1795587840000000, 1795587900000000, 18, NULL, 0, NULL, NULL, NULL, NULL, 0);
INSERT INTO "ticket" VALUES (20, '2026-11-25', 'C', 2, '00008MW4AG97P2B4J', NULL, x'3d3e73ddc75080d6b4de6ff35737fda01a5ec027c6318cd64081e5f5c9b07b4b', 'notary', 'notary', 'immediate', 'az', 'expired', 1795590300000000, 1795503900000000, 39, 1795674000000000, NULL, 0, NULL, NULL, NULL, NULL, 0, NULL, 1795591200000000, NULL, NULL, 0);
INSERT INTO "ticket" VALUES (21, '2026-11-25', '', NULL, '0000B3ZK8Y2QK7JWQ', NULL, x'12c79e6e3c2b57af6864c39f1e2a8ada5bd7f5ff8591731cb0c8a05642d3dcd3', 'notary', 'notary', 'normal', 'az', 'cancelled', 1795587900000000, 0, 24, 1795587900000000, NULL, 0, NULL, NULL, NULL, NULL, 0, NULL, 1795592400000000, NULL, NULL, 0);
INSERT INTO "ticket" VALUES (22, '2026-11-25', '', NULL, '0000DK327BW7GCTMW', NULL, x'fd849d0d258207ced034af91bbd67f48a21a77e68bf005cf27346e2a8528388b', 'notary', 'notary', 'normal', 'az', 'no-show', 1795587900000000, 0, 40, 1795674000000000, NULL, 0, NULL, NULL, NULL, NULL, 0, NULL, 1795593600000000, NULL, NULL, 0);
INSERT INTO "ticket" VALUES (23, '2026-11-27', '', NULL, '0000G26H5SNQDJ2D2', NULL, x'41d730037893e1efb81610fec5eaec7478476baa5700efd912ae70ceb3718032', 'notary', 'notary', 'normal', 'az', 'booked', 1795587900000000, 0, 23, 1795587900000000, NULL, 0, NULL, NULL, NULL, NULL, 0, NULL, 1795764000000000, NULL, NULL, 0);
INSERT INTO "ticket" VALUES (27, '2026-11-25', 'A', 3, '0000KRVQKEBZ99Y1A', NULL, x'b603fa6e8897c87299fa2bb18380acc85b42f7b25a78abd4e56abe54f21c721b', 'passport', 'tax', 'normal', 'az', 'expired', 1795591200000000, 1795591200000000, 41, 1795674000000000, 1, 0, NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL, 0);
INSERT INTO "ticket" VALUES (42, '2026-11-26', 'A', 1, '0000QFGY132751SNH', 'a-key', x'b1562bfb32fea2c4a7e15e20d382594be649771a239c138fe887122e2840b668', 'id-card', 'id-card', 'normal', 'ru', 'waiting', 1795674000000000, 1795674000000000, 42, 1795674000000000, NULL, 0, NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL, 0);
INSERT INTO "ticket" VALUES (43, '2026-11-26', 'B', 1, '0000RQ2NG9YZ3MDHM', NULL, x'0d66a6102537cb3b3d7b2d34471ebffc99db9f05bba1a82f556eb7c94303a938', 'tax', 'tax', 'immediate', 'az', 'called', 1795674000000000, 1795587600000000, 44, 1795674000000000, 2, 1, 1795674000000000, 1795674000000000, 44, NULL, 0, NULL, NULL, NULL, NULL, 0);
INSERT INTO "window_service" VALUES (1, 'id-card');
INSERT INTO "window_service" VALUES (1, 'passport');
INSERT INTO "window_service" VALUES (2, 'passport');
INSERT INTO "window_service" VALUES (2, 'tax');
INSERT INTO "window_service" VALUES (3, 'notary');
INSERT INTO "window_service" VALUES (3, 'tax');
INSERT INTO "rated" VALUES (2);
