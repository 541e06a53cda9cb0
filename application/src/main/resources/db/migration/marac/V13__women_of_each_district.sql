-- How many women live where a MARAC meets, so that its cases can be held against them.
--
-- Why a table of its own: the populations of module statistics stand in files that it reads when it counts crime, without
-- an age, and a module that holds people takes nothing from them. 309 numbers that change once in ten years are reference
-- data of whoever needs them.
-- Why an estimate: no open file that is at hand has women by age for districts. Women and girls of each district (Census
-- 2021) are multiplied by the share of persons of 16 and over (mid-2020 estimates by single year of age). Women are a
-- little older than men, so it lies low by one in a hundred or so; the page says so beside the number.
-- Why 16: "adult female" of the benchmark is not defined in what we could read; whoever is 16 can be heard [BG].
-- Why districts for each board, chosen by whoever keeps it: where a board meets is in words, and postcodes do not add up to
-- districts. Where none are chosen, or not for each board that met, no rate is made.
-- Existing rows: no board has districts.

create table marac.adult_females (
    district text not null,
    name text not null,
    number integer not null,
    constraint adult_females_is_identified primary key (district),
    constraint adult_females_are_some check (number > 0)
);
comment on table marac.adult_females is 'Women of 16 and over of each district of England, as of 2021: women and girls (Census 2021) times the share of persons of 16 and over (ONS mid-2020 estimates). Office for National Statistics, Open Government Licence v3.0; humaniverse/demographr at d0417101e5ca (MIT). Boundaries of April 2021.';
comment on column marac.adult_females.district is 'Code of the district, as of April 2021.';
comment on column marac.adult_females.name is 'Its name.';
comment on column marac.adult_females.number is 'How many, an estimate.';
insert into marac.adult_females (district, name, number) values
    ('E06000001', 'Hartlepool', 38517), ('E06000002', 'Middlesbrough', 57550), ('E06000003', 'Redcar and Cleveland', 57765),
    ('E06000004', 'Stockton-on-Tees', 80093), ('E06000005', 'Darlington', 44807), ('E06000006', 'Halton', 52433),
    ('E06000007', 'Warrington', 86467), ('E06000008', 'Blackburn with Darwen', 60083), ('E06000009', 'Blackpool', 57954),
    ('E06000010', 'Kingston upon Hull, City of', 106820), ('E06000011', 'East Riding of Yorkshire', 145863), ('E06000012', 'North East Lincolnshire', 64576),
    ('E06000013', 'North Lincolnshire', 70111), ('E06000014', 'York', 88974), ('E06000015', 'Derby', 104337),
    ('E06000016', 'Leicester', 146505), ('E06000017', 'Rutland', 16683), ('E06000018', 'Nottingham', 134047),
    ('E06000019', 'Herefordshire, County of', 79374), ('E06000020', 'Telford and Wrekin', 74695), ('E06000021', 'Stoke-on-Trent', 103227),
    ('E06000022', 'Bath and North East Somerset', 82506), ('E06000023', 'Bristol, City of', 194168), ('E06000024', 'North Somerset', 91203),
    ('E06000025', 'South Gloucestershire', 119159), ('E06000026', 'Plymouth', 110153), ('E06000027', 'Torbay', 59556),
    ('E06000030', 'Swindon', 93220), ('E06000031', 'Peterborough', 83254), ('E06000032', 'Luton', 84666),
    ('E06000033', 'Southend-on-Sea', 74565), ('E06000034', 'Thurrock', 68700), ('E06000035', 'Medway', 112611),
    ('E06000036', 'Bracknell Forest', 50112), ('E06000037', 'West Berkshire', 65577), ('E06000038', 'Reading', 68880),
    ('E06000039', 'Slough', 58701), ('E06000040', 'Windsor and Maidenhead', 62325), ('E06000041', 'Wokingham', 71090),
    ('E06000042', 'Milton Keynes', 111696), ('E06000043', 'Brighton and Hove', 119832), ('E06000044', 'Portsmouth', 85622),
    ('E06000045', 'Southampton', 100898), ('E06000046', 'Isle of Wight', 61243), ('E06000047', 'County Durham', 221091),
    ('E06000049', 'Cheshire East', 166653), ('E06000050', 'Cheshire West and Chester', 149918), ('E06000051', 'Shropshire', 137161),
    ('E06000052', 'Cornwall', 243908), ('E06000053', 'Isles of Scilly', 900), ('E06000054', 'Wiltshire', 210104),
    ('E06000055', 'Bedford', 74214), ('E06000056', 'Central Bedfordshire', 119306), ('E06000057', 'Northumberland', 137616),
    ('E06000058', 'Bournemouth, Christchurch and Poole', 169527), ('E06000059', 'Dorset', 164564), ('E06000060', 'Buckinghamshire', 224096),
    ('E06000061', 'North Northamptonshire', 144999), ('E06000062', 'West Northamptonshire', 170843), ('E07000008', 'Cambridge', 59866),
    ('E07000009', 'East Cambridgeshire', 36008), ('E07000010', 'Fenland', 42937), ('E07000011', 'Huntingdonshire', 74283),
    ('E07000012', 'South Cambridgeshire', 65994), ('E07000026', 'Allerdale', 41010), ('E07000027', 'Barrow-in-Furness', 28011),
    ('E07000028', 'Carlisle', 46189), ('E07000029', 'Copeland', 27991), ('E07000030', 'Eden', 23456),
    ('E07000031', 'South Lakeland', 45479), ('E07000032', 'Amber Valley', 53476), ('E07000033', 'Bolsover', 33501),
    ('E07000034', 'Chesterfield', 43741), ('E07000035', 'Derbyshire Dales', 31216), ('E07000036', 'Erewash', 47252),
    ('E07000037', 'High Peak', 38456), ('E07000038', 'North East Derbyshire', 43733), ('E07000039', 'South Derbyshire', 44403),
    ('E07000040', 'East Devon', 65740), ('E07000041', 'Exeter', 56735), ('E07000042', 'Mid Devon', 34604),
    ('E07000043', 'North Devon', 41879), ('E07000044', 'South Hams', 38720), ('E07000045', 'Teignbridge', 58161),
    ('E07000046', 'Torridge', 29214), ('E07000047', 'West Devon', 24590), ('E07000061', 'Eastbourne', 44014),
    ('E07000062', 'Hastings', 38142), ('E07000063', 'Lewes', 42997), ('E07000064', 'Rother', 41563),
    ('E07000065', 'Wealden', 68915), ('E07000066', 'Basildon', 75975), ('E07000067', 'Braintree', 63989),
    ('E07000068', 'Brentwood', 32190), ('E07000069', 'Castle Point', 38283), ('E07000070', 'Chelmsford', 74799),
    ('E07000071', 'Colchester', 79993), ('E07000072', 'Epping Forest', 56089), ('E07000073', 'Harlow', 36964),
    ('E07000074', 'Maldon', 28270), ('E07000075', 'Rochford', 36565), ('E07000076', 'Tendring', 64240),
    ('E07000077', 'Uttlesford', 37455), ('E07000078', 'Cheltenham', 49932), ('E07000079', 'Cotswold', 39342),
    ('E07000080', 'Forest of Dean', 37178), ('E07000081', 'Gloucester', 53523), ('E07000082', 'Stroud', 50907),
    ('E07000083', 'Tewkesbury', 39660), ('E07000084', 'Basingstoke and Deane', 74761), ('E07000085', 'East Hampshire', 53099),
    ('E07000086', 'Eastleigh', 56315), ('E07000087', 'Fareham', 48949), ('E07000088', 'Gosport', 34172),
    ('E07000089', 'Hart', 40287), ('E07000090', 'Havant', 52882), ('E07000091', 'New Forest', 76937),
    ('E07000092', 'Rushmoor', 39796), ('E07000093', 'Test Valley', 54069), ('E07000094', 'Winchester', 53308),
    ('E07000095', 'Broxbourne', 40628), ('E07000096', 'Dacorum', 62649), ('E07000098', 'Hertsmere', 44051),
    ('E07000099', 'North Hertfordshire', 55051), ('E07000102', 'Three Rivers', 38311), ('E07000103', 'Watford', 40294),
    ('E07000105', 'Ashford', 54149), ('E07000106', 'Canterbury', 68854), ('E07000107', 'Dartford', 45975),
    ('E07000108', 'Dover', 49143), ('E07000109', 'Gravesham', 42912), ('E07000110', 'Maidstone', 71021),
    ('E07000111', 'Sevenoaks', 49672), ('E07000112', 'Folkestone and Hythe', 46745), ('E07000113', 'Swale', 60738),
    ('E07000114', 'Thanet', 59171), ('E07000115', 'Tonbridge and Malling', 53988), ('E07000116', 'Tunbridge Wells', 47431),
    ('E07000117', 'Burnley', 37767), ('E07000118', 'Chorley', 48192), ('E07000119', 'Fylde', 35046),
    ('E07000120', 'Hyndburn', 33091), ('E07000121', 'Lancaster', 60722), ('E07000122', 'Pendle', 38140),
    ('E07000123', 'Preston', 58878), ('E07000124', 'Ribble Valley', 26086), ('E07000125', 'Rossendale', 29024),
    ('E07000126', 'South Ribble', 46498), ('E07000127', 'West Lancashire', 50472), ('E07000128', 'Wyre', 48443),
    ('E07000129', 'Blaby', 42496), ('E07000130', 'Charnwood', 76334), ('E07000131', 'Harborough', 40317),
    ('E07000132', 'Hinckley and Bosworth', 47353), ('E07000133', 'Melton', 21904), ('E07000134', 'North West Leicestershire', 43453),
    ('E07000135', 'Oadby and Wigston', 24286), ('E07000136', 'Boston', 28890), ('E07000137', 'East Lindsey', 61701),
    ('E07000138', 'Lincoln', 43781), ('E07000139', 'North Kesteven', 49750), ('E07000140', 'South Holland', 39828),
    ('E07000141', 'South Kesteven', 60354), ('E07000142', 'West Lindsey', 40196), ('E07000143', 'Breckland', 58986),
    ('E07000144', 'Broadland', 56397), ('E07000145', 'Great Yarmouth', 41806), ('E07000146', 'King''s Lynn and West Norfolk', 65100),
    ('E07000147', 'North Norfolk', 45502), ('E07000148', 'Norwich', 60698), ('E07000149', 'South Norfolk', 59564),
    ('E07000163', 'Craven', 24758), ('E07000164', 'Hambleton', 39081), ('E07000165', 'Harrogate', 68381),
    ('E07000166', 'Richmondshire', 20375), ('E07000167', 'Ryedale', 23664), ('E07000168', 'Scarborough', 47006),
    ('E07000169', 'Selby', 38214), ('E07000170', 'Ashfield', 52259), ('E07000171', 'Bassetlaw', 48723),
    ('E07000172', 'Broxtowe', 46967), ('E07000173', 'Gedling', 49636), ('E07000174', 'Mansfield', 45457),
    ('E07000175', 'Newark and Sherwood', 51283), ('E07000176', 'Rushcliffe', 49623), ('E07000177', 'Cherwell', 64716),
    ('E07000178', 'Oxford', 67737), ('E07000179', 'South Oxfordshire', 60976), ('E07000180', 'Vale of White Horse', 56482),
    ('E07000181', 'West Oxfordshire', 47394), ('E07000187', 'Mendip', 48987), ('E07000188', 'Sedgemoor', 51988),
    ('E07000189', 'South Somerset', 72745), ('E07000192', 'Cannock Chase', 41893), ('E07000193', 'East Staffordshire', 49885),
    ('E07000194', 'Lichfield', 44787), ('E07000195', 'Newcastle-under-Lyme', 52712), ('E07000196', 'South Staffordshire', 46505),
    ('E07000197', 'Stafford', 57377), ('E07000198', 'Staffordshire Moorlands', 40837), ('E07000199', 'Tamworth', 32198),
    ('E07000200', 'Babergh', 39598), ('E07000202', 'Ipswich', 55914), ('E07000203', 'Mid Suffolk', 43463),
    ('E07000207', 'Elmbridge', 55720), ('E07000208', 'Epsom and Ewell', 32921), ('E07000209', 'Guildford', 60229),
    ('E07000210', 'Mole Valley', 37000), ('E07000211', 'Reigate and Banstead', 61066), ('E07000212', 'Runnymede', 37573),
    ('E07000213', 'Spelthorne', 41943), ('E07000214', 'Surrey Heath', 37195), ('E07000215', 'Tandridge', 36715),
    ('E07000216', 'Waverley', 52879), ('E07000217', 'Woking', 40989), ('E07000218', 'North Warwickshire', 27337),
    ('E07000219', 'Nuneaton and Bedworth', 54799), ('E07000220', 'Rugby', 45752), ('E07000221', 'Stratford-on-Avon', 57752),
    ('E07000222', 'Warwick', 61774), ('E07000223', 'Adur', 27149), ('E07000224', 'Arun', 71608),
    ('E07000225', 'Chichester', 53871), ('E07000226', 'Crawley', 46281), ('E07000227', 'Horsham', 61529),
    ('E07000228', 'Mid Sussex', 63073), ('E07000229', 'Worthing', 47341), ('E07000234', 'Bromsgrove', 41329),
    ('E07000235', 'Malvern Hills', 34366), ('E07000236', 'Redditch', 35176), ('E07000237', 'Worcester', 43283),
    ('E07000238', 'Wychavon', 56013), ('E07000239', 'Wyre Forest', 42880), ('E07000240', 'St Albans', 58957),
    ('E07000241', 'Welwyn Hatfield', 49408), ('E07000242', 'East Hertfordshire', 61547), ('E07000243', 'Stevenage', 35887),
    ('E07000244', 'East Suffolk', 105199), ('E07000245', 'West Suffolk', 72665), ('E07000246', 'Somerset West and Taunton', 67157),
    ('E08000001', 'Bolton', 117769), ('E08000002', 'Bury', 78711), ('E08000003', 'Manchester', 221614),
    ('E08000004', 'Oldham', 96029), ('E08000005', 'Rochdale', 89291), ('E08000006', 'Salford', 107180),
    ('E08000007', 'Stockport', 121848), ('E08000008', 'Tameside', 93948), ('E08000009', 'Trafford', 94901),
    ('E08000010', 'Wigan', 135135), ('E08000011', 'Knowsley', 64174), ('E08000012', 'Liverpool', 205823),
    ('E08000013', 'St. Helens', 76274), ('E08000014', 'Sefton', 118814), ('E08000015', 'Wirral', 134503),
    ('E08000016', 'Barnsley', 101076), ('E08000017', 'Doncaster', 125203), ('E08000018', 'Rotherham', 109237),
    ('E08000019', 'Sheffield', 231485), ('E08000021', 'Newcastle upon Tyne', 125530), ('E08000022', 'North Tyneside', 88230),
    ('E08000023', 'South Tyneside', 62433), ('E08000024', 'Sunderland', 116164), ('E08000025', 'Birmingham', 452732),
    ('E08000026', 'Coventry', 139827), ('E08000027', 'Dudley', 132717), ('E08000028', 'Sandwell', 134083),
    ('E08000029', 'Solihull', 89393), ('E08000030', 'Walsall', 113847), ('E08000031', 'Wolverhampton', 105218),
    ('E08000032', 'Bradford', 213227), ('E08000033', 'Calderdale', 85344), ('E08000034', 'Kirklees', 176135),
    ('E08000035', 'Leeds', 335238), ('E08000036', 'Wakefield', 145045), ('E08000037', 'Gateshead', 82650),
    ('E09000001', 'City of London', 3269), ('E09000002', 'Barking and Dagenham', 81585), ('E09000003', 'Barnet', 157871),
    ('E09000004', 'Bexley', 101471), ('E09000005', 'Brent', 135929), ('E09000006', 'Bromley', 136711),
    ('E09000007', 'Camden', 91432), ('E09000008', 'Croydon', 158223), ('E09000009', 'Ealing', 145470),
    ('E09000010', 'Enfield', 133224), ('E09000011', 'Greenwich', 115941), ('E09000012', 'Hackney', 107384),
    ('E09000013', 'Hammersmith and Fulham', 79235), ('E09000014', 'Haringey', 109489), ('E09000015', 'Harrow', 104165),
    ('E09000016', 'Havering', 107973), ('E09000017', 'Hillingdon', 120968), ('E09000018', 'Hounslow', 113039),
    ('E09000019', 'Islington', 95408), ('E09000020', 'Kensington and Chelsea', 63525), ('E09000021', 'Kingston upon Thames', 69467),
    ('E09000022', 'Lambeth', 135371), ('E09000023', 'Lewisham', 125612), ('E09000024', 'Merton', 87202),
    ('E09000025', 'Newham', 136925), ('E09000026', 'Redbridge', 121719), ('E09000027', 'Richmond upon Thames', 80174),
    ('E09000028', 'Southwark', 128863), ('E09000029', 'Sutton', 85001), ('E09000030', 'Tower Hamlets', 123269),
    ('E09000031', 'Waltham Forest', 110665), ('E09000032', 'Wandsworth', 140974), ('E09000033', 'Westminster', 87527);

create table marac.board_district (
    id uuid not null,
    board_id uuid not null,
    districts text[] not null,
    since_at timestamptz not null,
    set_by uuid not null,
    constraint board_district_is_identified primary key (id),
    constraint board_district_is_of_a_board foreign key (board_id) references meeting.board (id),
    constraint board_district_is_set_by_an_account foreign key (set_by) references access.account (id),
    constraint board_district_is_short check (cardinality(districts) <= 50)
);
create index board_district_of_board on marac.board_district (board_id, since_at desc);
comment on table marac.board_district is 'For which districts a board meets. A new list is a new row; the latest counts.';
comment on column marac.board_district.id is 'UUIDv7 made by the application.';
comment on column marac.board_district.board_id is 'The board.';
comment on column marac.board_district.districts is 'Codes of districts.';
comment on column marac.board_district.since_at is 'When it was written down.';
comment on column marac.board_district.set_by is 'Who wrote it.';
alter table marac.board_district enable row level security;
create policy board_district_is_read on marac.board_district for select using (meeting.takes_part(board_id));
create policy board_district_is_set on marac.board_district for insert with check (
    meeting.keeps(board_id) and since_at = now() and set_by = (select access.viewer_account())
    and not exists (select from unnest(districts) as d where d not in (select a.district from marac.adult_females a)));
grant select on marac.adult_females to witan_application;
grant select, insert on marac.board_district to witan_application;
