"""Sentences as good papers of the kind have them: no rule on language or numbers has anything to say."""

import pytest

from kimhoa_app.documents.checking import language, numbers
from tests.documents.checking.looking import found_in, paper

SENTENCES = """\
Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025; Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;
Thực hiện Công văn số 1234/SNV-TĐKT của Sở Nội vụ; Kế hoạch số 56/KH-BCĐ của Ban Chỉ đạo 35; Chỉ thị số 05-CT/TW.
- Thi đua theo 04 nhóm tiêu chí: (1) phát triển kinh tế; (2) văn hóa - xã hội; (3) quốc phòng, an ninh.
- Phấn đấu 95% trở lên số hộ đạt danh hiệu “Gia đình văn hóa”; 12/12 thôn đạt danh hiệu “Thôn văn hóa”.
- Thu nhập bình quân đạt 65 triệu đồng/người/năm; tỷ lệ hộ nghèo giảm còn dưới 1,5%; chiều dài đường 15,6km.
- Mô hình “5 không, 3 sạch”; phong trào “Xanh - Sạch - Đẹp”; Đề án 06; sản phẩm OCOP đạt 3 sao trở lên.
- Trang thông tin điện tử xã (http://kimhoa.hatinh.gov.vn); Email: kimhoa@hatinh.gov.vn; ĐT: 0239.3876.543.
Đồng chí Nguyễn Thị Hồng Hạnh - Phó Chủ tịch UBND xã làm Trưởng ban; ông K'Brếp, bà H'Hen Niê, bà Ksor H'Bơ.
Tập thể Ban Chỉ huy Quân sự, Công an xã, Trường TH&THCS Sơn Mai, HTX Dịch vụ nông nghiệp Kim Hoa 1; Tổ dân phố số 2.
Thời gian: từ 07h30' đến 11h00 ngày 15/01/2026 (thứ Năm); riêng khối trường học: 14 giờ 00 phút.
Mức thưởng 0,3 lần mức lương cơ sở x 2.340.000 = 702.000 đồng; mức chi: 1.000.000 đồng (một triệu đồng).
Gửi báo cáo về Phòng Văn hóa - Xã hội (qua đ/c Hạnh, ĐT: 0912 345 678) trước ngày 15/12/2026./.
Nâng cao chỉ số PAR INDEX, SIPAS, PAPI; ứng dụng AI, IoT, Big Data; thanh toán qua VNPT Money, VNeID, mã QR.
Nghị quyết Trung ương 4 khóa XI, XII, XIII; Kết luận số 01-KL/TW; Quy định số 37-QĐ/TW.
Trẻ em suy dinh dưỡng giảm từ 12% xuống 10%; tiêm vắc-xin đạt 98%; nhà tiêu hợp vệ sinh 99,5%.
Đồng bào Mường, H'Mông, Ê Đê, Gia Rai, Xơ Đăng, Giẻ Triêng, Brâu, Rơ Măm, Xtiêng, Khmer, Hrê, Raglai.
Nuôi bò lai Sind; cam Khe Mây, bưởi Phúc Trạch; mô hình VAC; phân NPK; máy gặt đập liên hợp Kubota.
Ngân sách nhà nước; quản lý nhà nước; doanh nghiệp nhà nước; Kho bạc Nhà nước; Ngân hàng Nhà nước.
Chủ tịch nước tặng Huân chương Lao động hạng Ba; Thủ tướng Chính phủ tặng Bằng khen, Cờ thi đua.
Ban Tổ chức, Ban Giám khảo; Đoàn TNCS Hồ Chí Minh; Hội LHPN; Hội CCB; Hội Người cao tuổi; Hội Chữ thập đỏ.
Ủy viên Ban Thường vụ Đảng ủy, đảng ủy viên, chi ủy, chi bộ trực thuộc; cấp ủy, tổ chức đảng; các đoàn thể.
Hằng tháng, hàng quý; ai ai cũng thi đua, nhà nhà thi đua, người người thi đua, ngành ngành thi đua; đời đời nhớ ơn.
Kính thưa các đồng chí! Thi đua là yêu nước, yêu nước thì phải thi đua...
“Lao động tiên tiến” 45/50 đồng chí đạt 90%; “Chiến sĩ thi đua cơ sở” 7/50 đồng chí, đạt 14%.
Thực hiện 3 khâu đột phá, 5 nhiệm vụ trọng tâm (theo Nghị quyết số 02-NQ/ĐU); phát triển 2 mô hình kinh tế.
Khối I gồm các thôn; khối II gồm các trường học. Thang điểm 100 điểm, điểm thưởng không quá 5 điểm.
Mẫu số 01a-ĐK, 02b-BC kèm theo; bản giấy có chữ ký, đóng dấu (02 bản)."""


@pytest.mark.parametrize("sentence", SENTENCES.splitlines())
def test_a_clean_sentence_is_left_alone(sentence: str) -> None:
    assert found_in(paper(sentence), (*language.RULES, *numbers.RULES)) == []


def test_all_of_them_together_are_left_alone() -> None:
    assert found_in(paper(*SENTENCES.splitlines()), (*language.RULES, *numbers.RULES)) == []
