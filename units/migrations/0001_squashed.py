"""The tables as they stand, in one step: a new site need not walk the way they came.

A site that walked it up to the last of `replaces` has nothing to do; one in between first goes there
with the release that still had those steps.
"""

import django.contrib.auth.validators
import django.db.models.deletion
import thiduakt.vietnamese.fields
from django.conf import settings
from django.db import migrations, models

from thiduakt.events import ddl

# What is told in these tables cannot be changed or removed, whoever asks.
forwards, backwards = ddl.migration(
    "units_unitevent",
    "units_personevent",
    "units_accessevent",
)


class Migration(migrations.Migration):

    initial = True

    replaces = [
        ('units', '0001_initial'),
        ('units', '0002_organisation'),
        ('units', '0003_organisation_trail'),
        ('units', '0004_accounts'),
        ('units', '0005_lists_from_excel'),
        ('units', '0007_delegations'),
    ]

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='Person',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('full_name', thiduakt.vietnamese.fields.TextLine(max_length=100, verbose_name='họ và tên')),
                ('birth_date', models.DateField(blank=True, null=True, verbose_name='ngày sinh')),
                ('gender', models.CharField(blank=True, choices=[('nu', 'Nữ'), ('nam', 'Nam')], max_length=10, verbose_name='giới tính')),
                ('category', models.CharField(blank=True, choices=[('can_bo', 'Cán bộ'), ('cong_chuc', 'Công chức'), ('vien_chuc', 'Viên chức'), ('nguoi_lao_dong', 'Người lao động'), ('khong_chuyen_trach', 'Người hoạt động không chuyên trách')], max_length=30, verbose_name='đối tượng')),
                ('search_key', thiduakt.vietnamese.fields.KeyField(blank=True, db_index=True, default='', editable=False, kind='search', max_length=400, source='full_name')),
                ('sort_key', thiduakt.vietnamese.fields.KeyField(blank=True, db_index=True, default='', editable=False, kind='name', max_length=400, source='full_name')),
                ('merged_into', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='merged', to='units.person')),
            ],
            options={
                'verbose_name': 'cá nhân',
                'verbose_name_plural': 'cá nhân',
                'ordering': ['sort_key', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='User',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('password', models.CharField(max_length=128, verbose_name='password')),
                ('last_login', models.DateTimeField(blank=True, null=True, verbose_name='last login')),
                ('username', models.CharField(error_messages={'unique': 'Tên đăng nhập này đã có người dùng.'}, max_length=60, unique=True, validators=[django.contrib.auth.validators.UnicodeUsernameValidator()], verbose_name='tên đăng nhập')),
                ('full_name', thiduakt.vietnamese.fields.TextLine(max_length=100, verbose_name='họ và tên')),
                ('email', models.EmailField(blank=True, max_length=254, verbose_name='thư điện tử')),
                ('is_active', models.BooleanField(default=True, verbose_name='đang dùng')),
                ('created_at', models.DateTimeField(auto_now_add=True, verbose_name='lập lúc')),
                ('password_set_at', models.DateTimeField(editable=False, null=True, verbose_name='đặt mật khẩu lúc')),
                ('person', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='user', to='units.person', verbose_name='cá nhân')),
            ],
            options={
                'verbose_name': 'tài khoản',
                'verbose_name_plural': 'tài khoản',
                'ordering': ['username'],
            },
        ),
        migrations.CreateModel(
            name='Delegation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('since', models.DateField(verbose_name='từ ngày')),
                ('until', models.DateField(verbose_name='đến hết ngày')),
                ('paper', thiduakt.vietnamese.fields.TextLine(max_length=200, verbose_name='văn bản ủy quyền')),
                ('note', thiduakt.vietnamese.fields.TextBlock(blank=True, verbose_name='lý do')),
                ('given_at', models.DateTimeField(verbose_name='ghi lúc')),
                ('revoked_on', models.DateField(null=True, verbose_name='thôi từ ngày')),
                ('revoke_note', thiduakt.vietnamese.fields.TextBlock(blank=True, verbose_name='lý do thôi')),
                ('receiver', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='delegations', to=settings.AUTH_USER_MODEL, verbose_name='người được ủy quyền')),
                ('revoked_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'ủy quyền',
                'verbose_name_plural': 'ủy quyền',
                'ordering': ['-since', '-pk'],
                'constraints': [models.CheckConstraint(condition=models.Q(('until__isnull', True), ('until__gte', models.F('since')), _connector='OR'), name='delegation_ends_after_start', violation_error_message='Ngày kết thúc không được trước ngày bắt đầu.')],
            },
        ),
        migrations.CreateModel(
            name='ImportJob',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(max_length=30, verbose_name='danh sách')),
                ('file', models.FileField(upload_to='nhap/')),
                ('file_name', models.CharField(max_length=200, verbose_name='tên tệp')),
                ('sha256', models.CharField(max_length=64)),
                ('state', models.CharField(choices=[('reading', 'Đang đọc tệp'), ('shown', 'Chờ xác nhận'), ('writing', 'Đang nhập'), ('done', 'Đã nhập'), ('refused', 'Không nhập được')], default='reading', max_length=10, verbose_name='trạng thái')),
                ('report', models.JSONField(default=dict)),
                ('digest', models.CharField(blank=True, max_length=64)),
                ('refusal', models.TextField(blank=True, verbose_name='vì sao không nhập được')),
                ('created_at', models.DateTimeField(auto_now_add=True, verbose_name='lúc')),
                ('done_at', models.DateTimeField(null=True, verbose_name='nhập lúc')),
                ('created_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='người tải lên')),
            ],
            options={
                'verbose_name': 'lần nhập từ Excel',
                'verbose_name_plural': 'lần nhập từ Excel',
                'ordering': ['-pk'],
            },
        ),
        migrations.CreateModel(
            name='Invitation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('slip', 'Phiếu in'), ('mail', 'Thư mời'), ('reset', 'Thư đặt lại mật khẩu')], max_length=10)),
                ('token', models.CharField(max_length=64, unique=True)),
                ('code', models.CharField(blank=True, max_length=128)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('expires_at', models.DateTimeField()),
                ('used_at', models.DateTimeField(null=True)),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='invitations', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'lời mời đặt mật khẩu',
                'verbose_name_plural': 'lời mời đặt mật khẩu',
                'ordering': ['-created_at', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='Unit',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', thiduakt.vietnamese.fields.TextLine(max_length=40, unique=True, verbose_name='mã')),
                ('name', thiduakt.vietnamese.fields.TextLine(max_length=200, verbose_name='tên đầy đủ')),
                ('short_name', thiduakt.vietnamese.fields.TextLine(max_length=100, verbose_name='tên gọn')),
                ('symbol', thiduakt.vietnamese.fields.TextLine(blank=True, help_text='Dùng trong số, ký hiệu văn bản, ví dụ UBND.', max_length=20, verbose_name='ký hiệu')),
                ('kind', models.CharField(choices=[('tinh', 'UBND tỉnh'), ('so', 'Sở, ban, ngành'), ('huyen', 'UBND huyện'), ('xa', 'UBND xã, phường, thị trấn'), ('phong', 'Phòng, ban'), ('don_vi', 'Đơn vị trực thuộc'), ('doan_the', 'Mặt trận, đoàn thể'), ('doanh_nghiep', 'Doanh nghiệp'), ('ngoai', 'Ngoài hệ thống')], max_length=20, verbose_name='loại')),
                ('place_name', thiduakt.vietnamese.fields.TextLine(blank=True, max_length=60, verbose_name='địa danh')),
                ('head_title', thiduakt.vietnamese.fields.TextLine(blank=True, max_length=60, verbose_name='chức danh người đứng đầu')),
                ('valid_from', models.DateField(verbose_name='có từ ngày')),
                ('valid_to', models.DateField(blank=True, null=True, verbose_name='đến hết ngày')),
                ('search_key', thiduakt.vietnamese.fields.KeyField(blank=True, db_index=True, default='', editable=False, kind='search', max_length=400, source='name short_name')),
                ('sort_key', thiduakt.vietnamese.fields.KeyField(blank=True, db_index=True, default='', editable=False, kind='text', max_length=400, source='short_name')),
            ],
            options={
                'verbose_name': 'đơn vị',
                'verbose_name_plural': 'đơn vị',
                'ordering': ['sort_key', 'pk'],
                'constraints': [models.CheckConstraint(condition=models.Q(('valid_to__isnull', True), ('valid_to__gte', models.F('valid_from')), _connector='OR'), name='unit_ends_after_start', violation_error_message='Ngày kết thúc không được trước ngày bắt đầu.')],
            },
        ),
        migrations.CreateModel(
            name='Membership',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('since', models.DateField(verbose_name='từ ngày')),
                ('until', models.DateField(blank=True, null=True, verbose_name='đến hết ngày')),
                ('role', models.CharField(choices=[('unit_clerk', 'Cán bộ đầu mối của đơn vị'), ('unit_head', 'Thủ trưởng đơn vị'), ('officer', 'Cán bộ tiếp nhận, thẩm định'), ('office_head', 'Phụ trách cơ quan thường trực'), ('signer', 'Người ký'), ('records', 'Văn thư'), ('admin', 'Quản trị')], max_length=20, verbose_name='vai trò')),
                ('delegation', models.OneToOneField(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='membership', to='units.delegation')),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='memberships', to=settings.AUTH_USER_MODEL, verbose_name='tài khoản')),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='memberships', to='units.unit', verbose_name='đơn vị')),
            ],
            options={
                'verbose_name': 'vai trò',
                'verbose_name_plural': 'vai trò',
                'constraints': [models.CheckConstraint(condition=models.Q(('until__isnull', True), ('until__gte', models.F('since')), _connector='OR'), name='membership_ends_after_start', violation_error_message='Ngày kết thúc không được trước ngày bắt đầu.'), models.UniqueConstraint(condition=models.Q(('delegation__isnull', True)), fields=('user', 'unit', 'role', 'since'), name='one_membership_each', violation_error_message='Tài khoản đã có vai trò này từ ngày này.')],
            },
        ),
        migrations.CreateModel(
            name='Notice',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('text', models.CharField(max_length=300)),
                ('url', models.CharField(blank=True, max_length=200)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('read_at', models.DateTimeField(blank=True, null=True)),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='notices', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'thông báo',
                'verbose_name_plural': 'thông báo',
                'ordering': ['-created_at', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='OldPassword',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('password', models.CharField(max_length=128)),
                ('until', models.DateTimeField(auto_now_add=True)),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='old_passwords', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'mật khẩu cũ',
                'verbose_name_plural': 'mật khẩu cũ',
                'ordering': ['-until', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='OutboxMail',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.CharField(max_length=100, unique=True, verbose_name='khóa')),
                ('to', models.EmailField(max_length=254, verbose_name='gửi đến')),
                ('subject', models.CharField(max_length=200, verbose_name='tiêu đề')),
                ('body', models.TextField(blank=True, verbose_name='nội dung')),
                ('secret', models.BooleanField(default=False, verbose_name='có đường dẫn riêng')),
                ('created_at', models.DateTimeField(auto_now_add=True, verbose_name='viết lúc')),
                ('due_at', models.DateTimeField(auto_now_add=True, db_index=True, verbose_name='gửi từ lúc')),
                ('expires_at', models.DateTimeField(null=True, verbose_name='hết hạn lúc')),
                ('sent_at', models.DateTimeField(null=True, verbose_name='đã gửi lúc')),
                ('attempts', models.PositiveSmallIntegerField(default=0, verbose_name='số lần thử')),
                ('error', models.CharField(blank=True, max_length=500, verbose_name='lỗi lần cuối')),
                ('account', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='mails', to=settings.AUTH_USER_MODEL, verbose_name='tài khoản')),
            ],
            options={
                'verbose_name': 'thư điện tử',
                'verbose_name_plural': 'thư điện tử',
                'ordering': ['-created_at', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='CitizenNumber',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.CharField(error_messages={'unique': 'Số định danh này đã ghi cho người khác.'}, max_length=12, unique=True, verbose_name='số định danh cá nhân')),
                ('entered_at', models.DateTimeField()),
                ('entered_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('person', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='citizen_number', to='units.person')),
            ],
            options={
                'verbose_name': 'số định danh cá nhân',
                'verbose_name_plural': 'số định danh cá nhân',
            },
        ),
        migrations.CreateModel(
            name='PersonEvent',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('seq', models.PositiveIntegerField(verbose_name='thứ tự')),
                ('at', models.DateTimeField(verbose_name='lúc')),
                ('action', models.CharField(max_length=40, verbose_name='việc')),
                ('from_state', models.CharField(blank=True, max_length=40, verbose_name='từ')),
                ('to_state', models.CharField(blank=True, max_length=40, verbose_name='đến')),
                ('note', models.TextField(blank=True, verbose_name='lý do, ghi chú')),
                ('data', models.JSONField(default=dict, verbose_name='dữ liệu')),
                ('prev_hash', models.CharField(blank=True, max_length=64)),
                ('hash', models.CharField(max_length=64)),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='người thực hiện')),
                ('membership', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='units.membership', verbose_name='theo vai trò')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='events', to='units.person')),
            ],
            options={
                'ordering': ['seq'],
                'abstract': False,
                'constraints': [models.UniqueConstraint(fields=('person', 'seq'), name='person_event_order')],
            },
        ),
        migrations.CreateModel(
            name='SecondFactor',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.CharField(max_length=64)),
                ('confirmed_at', models.DateTimeField(null=True)),
                ('last_step', models.BigIntegerField(default=0)),
                ('user', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='second_factor', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'xác thực hai lớp',
                'verbose_name_plural': 'xác thực hai lớp',
            },
        ),
        migrations.CreateModel(
            name='RecoveryCode',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(max_length=128)),
                ('used_at', models.DateTimeField(null=True)),
                ('factor', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='recovery_codes', to='units.secondfactor')),
            ],
            options={
                'verbose_name': 'mã dự phòng',
                'verbose_name_plural': 'mã dự phòng',
            },
        ),
        migrations.CreateModel(
            name='Headcount',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('year', models.PositiveSmallIntegerField(verbose_name='năm')),
                ('posts', models.PositiveIntegerField(verbose_name='biên chế')),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='headcounts', to='units.unit', verbose_name='đơn vị')),
            ],
            options={
                'verbose_name': 'biên chế',
                'verbose_name_plural': 'biên chế',
                'ordering': ['-year'],
                'constraints': [models.UniqueConstraint(fields=('unit', 'year'), name='one_headcount_a_year', violation_error_message='Đã có biên chế của đơn vị trong năm này.')],
            },
        ),
        migrations.CreateModel(
            name='Appointment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('since', models.DateField(verbose_name='từ ngày')),
                ('until', models.DateField(blank=True, null=True, verbose_name='đến hết ngày')),
                ('position', thiduakt.vietnamese.fields.TextLine(max_length=150, verbose_name='chức vụ')),
                ('is_head', models.BooleanField(default=False, verbose_name='người đứng đầu')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='appointments', to='units.person', verbose_name='cá nhân')),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='appointments', to='units.unit', verbose_name='đơn vị')),
            ],
            options={
                'verbose_name': 'chức vụ',
                'verbose_name_plural': 'chức vụ',
                'constraints': [models.CheckConstraint(condition=models.Q(('until__isnull', True), ('until__gte', models.F('since')), _connector='OR'), name='appointment_ends_after_start', violation_error_message='Ngày kết thúc không được trước ngày bắt đầu.')],
            },
        ),
        migrations.CreateModel(
            name='UnitAct',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('merge', 'Sáp nhập, hợp nhất'), ('split', 'Chia, tách'), ('rename', 'Đổi tên'), ('dissolve', 'Giải thể'), ('move', 'Chuyển cơ quan quản lý')], max_length=20, verbose_name='việc')),
                ('effective_on', models.DateField(verbose_name='có hiệu lực từ ngày')),
                ('decision_number', thiduakt.vietnamese.fields.TextLine(max_length=60, verbose_name='số quyết định')),
                ('decision_date', models.DateField(verbose_name='ngày quyết định')),
                ('decision_issuer', thiduakt.vietnamese.fields.TextLine(max_length=200, verbose_name='cơ quan quyết định')),
                ('note', thiduakt.vietnamese.fields.TextBlock(blank=True, verbose_name='ghi chú')),
                ('entered_at', models.DateTimeField(verbose_name='ghi lúc')),
                ('entered_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('units', models.ManyToManyField(related_name='acts', to='units.unit', verbose_name='đơn vị')),
            ],
            options={
                'verbose_name': 'quyết định tổ chức',
                'verbose_name_plural': 'quyết định tổ chức',
                'ordering': ['-effective_on', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='UnitAncestor',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('since', models.DateField(verbose_name='từ ngày')),
                ('until', models.DateField(blank=True, null=True, verbose_name='đến hết ngày')),
                ('depth', models.PositiveSmallIntegerField()),
                ('ancestor', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='descendant_spans', to='units.unit')),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='ancestor_spans', to='units.unit')),
            ],
            options={
                'verbose_name': 'cấp trên',
                'verbose_name_plural': 'cấp trên',
                'indexes': [models.Index(fields=['ancestor', 'unit'], name='units_unita_ancesto_11dabd_idx')],
            },
        ),
        migrations.CreateModel(
            name='UnitEvent',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('seq', models.PositiveIntegerField(verbose_name='thứ tự')),
                ('at', models.DateTimeField(verbose_name='lúc')),
                ('action', models.CharField(max_length=40, verbose_name='việc')),
                ('from_state', models.CharField(blank=True, max_length=40, verbose_name='từ')),
                ('to_state', models.CharField(blank=True, max_length=40, verbose_name='đến')),
                ('note', models.TextField(blank=True, verbose_name='lý do, ghi chú')),
                ('data', models.JSONField(default=dict, verbose_name='dữ liệu')),
                ('prev_hash', models.CharField(blank=True, max_length=64)),
                ('hash', models.CharField(max_length=64)),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='người thực hiện')),
                ('membership', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='units.membership', verbose_name='theo vai trò')),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='events', to='units.unit')),
            ],
            options={
                'ordering': ['seq'],
                'abstract': False,
                'constraints': [models.UniqueConstraint(fields=('unit', 'seq'), name='unit_event_order')],
            },
        ),
        migrations.CreateModel(
            name='UnitHeir',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('since', models.DateField()),
                ('heir', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='inherited', to='units.unit')),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='heirs', to='units.unit')),
            ],
            options={
                'verbose_name': 'nơi giữ hồ sơ',
                'verbose_name_plural': 'nơi giữ hồ sơ',
                'indexes': [models.Index(fields=['heir', 'unit'], name='units_unith_heir_id_d373f2_idx')],
                'constraints': [models.UniqueConstraint(fields=('unit', 'heir'), name='one_heir_each')],
            },
        ),
        migrations.CreateModel(
            name='UnitParent',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('since', models.DateField(verbose_name='từ ngày')),
                ('until', models.DateField(blank=True, null=True, verbose_name='đến hết ngày')),
                ('parent', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='children', to='units.unit', verbose_name='trực thuộc')),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='parents', to='units.unit', verbose_name='đơn vị')),
            ],
            options={
                'verbose_name': 'quan hệ trực thuộc',
                'verbose_name_plural': 'quan hệ trực thuộc',
                'constraints': [models.CheckConstraint(condition=models.Q(('until__isnull', True), ('until__gte', models.F('since')), _connector='OR'), name='parent_ends_after_start', violation_error_message='Ngày kết thúc không được trước ngày bắt đầu.'), models.UniqueConstraint(fields=('unit', 'since'), name='one_parent_at_a_time', violation_error_message='Đơn vị đã có nơi trực thuộc từ ngày này.'), models.CheckConstraint(condition=models.Q(('unit', models.F('parent')), _negated=True), name='unit_is_not_its_own_parent', violation_error_message='Đơn vị không thể trực thuộc chính nó.')],
            },
        ),
        migrations.CreateModel(
            name='UnitSuccession',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('merge', 'Sáp nhập'), ('split', 'Chia tách'), ('rename', 'Đổi tên'), ('transfer', 'Tiếp nhận'), ('dissolve', 'Giải thể')], max_length=20, verbose_name='hình thức')),
                ('effective_on', models.DateField(verbose_name='từ ngày')),
                ('decision_number', thiduakt.vietnamese.fields.TextLine(blank=True, max_length=60, verbose_name='số quyết định')),
                ('decision_date', models.DateField(blank=True, null=True, verbose_name='ngày quyết định')),
                ('decision_issuer', thiduakt.vietnamese.fields.TextLine(blank=True, max_length=200, verbose_name='cơ quan quyết định')),
                ('act', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='successions', to='units.unitact')),
                ('predecessor', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='successions', to='units.unit', verbose_name='đơn vị cũ')),
                ('successor', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='origins', to='units.unit', verbose_name='đơn vị mới')),
            ],
            options={
                'verbose_name': 'kế thừa',
                'verbose_name_plural': 'kế thừa',
                'constraints': [models.UniqueConstraint(fields=('predecessor', 'successor'), name='one_succession_each', violation_error_message='Hai đơn vị này đã được ghi kế thừa.')],
            },
        ),
        migrations.CreateModel(
            name='UserSession',
            fields=[
                ('session_key', models.CharField(max_length=40, primary_key=True, serialize=False, verbose_name='session key')),
                ('session_data', models.TextField(verbose_name='session data')),
                ('expire_date', models.DateTimeField(db_index=True, verbose_name='expire date')),
                ('started_at', models.DateTimeField(null=True)),
                ('seen_at', models.DateTimeField(null=True)),
                ('address', models.GenericIPAddressField(null=True)),
                ('agent', models.CharField(blank=True, max_length=200)),
                ('user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='sessions', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'phiên đăng nhập',
                'verbose_name_plural': 'phiên đăng nhập',
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='AccessEvent',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField(auto_now_add=True, verbose_name='lúc')),
                ('kind', models.CharField(choices=[('signed_in', 'Đăng nhập'), ('signed_out', 'Đăng xuất'), ('failed', 'Nhập sai'), ('locked_out', 'Tạm chặn vì nhập sai nhiều lần'), ('invited', 'Cấp phiếu, thư đặt mật khẩu'), ('reset_asked', 'Xin đặt lại mật khẩu'), ('password_set', 'Đặt mật khẩu'), ('factor_on', 'Bật xác thực hai lớp'), ('factor_off', 'Tắt xác thực hai lớp'), ('recovery_made', 'Lập mã dự phòng'), ('recovery_used', 'Dùng mã dự phòng'), ('sessions_ended', 'Kết thúc phiên đăng nhập'), ('created', 'Lập tài khoản'), ('changed', 'Sửa tài khoản'), ('locked', 'Khóa tài khoản'), ('unlocked', 'Mở khóa tài khoản'), ('role_granted', 'Giao vai trò'), ('role_changed', 'Sửa vai trò'), ('delegated', 'Ủy quyền'), ('delegation_ended', 'Thôi ủy quyền')], max_length=20, verbose_name='việc')),
                ('address', models.GenericIPAddressField(null=True, verbose_name='địa chỉ mạng')),
                ('agent', models.CharField(blank=True, max_length=200, verbose_name='trình duyệt')),
                ('note', models.CharField(blank=True, max_length=300, verbose_name='ghi chú')),
                ('account', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='access_events', to=settings.AUTH_USER_MODEL, verbose_name='tài khoản')),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='người thực hiện')),
            ],
            options={
                'verbose_name': 'dòng nhật ký truy cập',
                'verbose_name_plural': 'nhật ký truy cập',
                'ordering': ['-at', '-pk'],
                'indexes': [models.Index(fields=['account', 'kind', '-at'], name='access_of_account')],
            },
        ),
        migrations.AddField(
            model_name='delegation',
            name='source',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='delegations', to='units.membership', verbose_name='vai trò được ủy quyền'),
        ),
        migrations.RunPython(forwards, backwards),
    ]
