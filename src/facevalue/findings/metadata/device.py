"""Cameras and telephones: which one, with which settings, and the numbers of a single one."""

from __future__ import annotations

from ...core.finding import Kind
from .by_name import ByName, Rule

SERIAL = "it is a number of one single device and links every photo that it ever took"
MODEL = "it says which camera, telephone or lens was used"
NEEDED = "the colours need the numbers of this unusual profile; they may be those of one screen"
SETTING = "it is a setting of the camera and says a little about device and light"

DEVICE = ByName(
    "device",
    Kind.DEVICE,
    (
        Rule(
            r"[\w-]*Serial_?(Number|No)?\w*|\w*EncipheredInternalSerial\w*|drone-dji\.\w*",
            1.0,
            SERIAL,
        ),
        Rule(
            r"\w*(ImageUniqueID|UniqueID|UniqueIdentifier|ContentIdentifier|MediaGroupUUID|BurstUUID|"
            r"BurstID|PhotoIdentifier|ImageUID|CaptureID|CameraID\w*|DeviceID\w*|ImageUIDList)",
            0.9,
            "it is a number given to one photo or one device, and can be looked for elsewhere",
        ),
        Rule(
            r"\w*(ShutterCount|ImageCount|FileNumber|ImageNumber|DirectoryNumber|ActuationCount|"
            r"SequenceNumber|OriginalFileName|ThumbnailFileName|RunTime\w*)",
            0.7,
            "it is a counter of the camera and puts its photos in order",
        ),
        Rule(
            r"Make|Model|(?<!Icc\.)\w*(CameraModel|ModelName|ModelID|CameraType|LensModel|LensMake|LensType|"
            r"LensID|LensInfo|Lens|LensSpecification|UniqueCameraModel|HostComputer|Firmware\w*|"
            r"CanonModelID|PartNumber|DeviceModel|DeviceManufacturer)",
            0.9,
            MODEL,
        ),
        Rule(
            r"Icc\.ColourNumbers",
            0.2,
            NEEDED,
        ),
        Rule(
            r"Icc\.(?!unre|(ColourSpace|ColorSpace|ConnectionSpace|ProfileVersion|ProfileClass|"
            r"RenderingIntent)$)[^.]+(\..*)?",
            0.3,
            "the colour profile says on which machine or with which program it was made",
        ),
        Rule(
            r"(Exif\.(Photo|Image|Interop)|exif|exifEX|aux|tiff|Xmp\.(?!crs)\w+)\.(Exposure\w*|FNumber|ISO\w*|"
            r"PhotographicSensitivity|SensitivityType|RecommendedExposureIndex|"
            r"StandardOutputSensitivity|Flash\w*|FocalLength\w*|\w*Aperture\w*|ShutterSpeed\w*|"
            r"Brightness\w*|MeteringMode|LightSource|WhiteBalance|Subject(Distance\w*|Area|Location)|"
            r"Scene\w*|Sensing\w*|DigitalZoom\w*|Contrast|Saturation|Sharpness|GainControl|"
            r"CustomRendered|FileSource|CompressedBitsPerPixel|FocalPlane\w*|CFAPattern|"
            r"SpectralSensitivity|OECF|DeviceSettingDescription|Gamma|CompositeImage\w*|"
            r"SpatialFrequencyResponse|ApproximateFocusDistance|Fired|Mode|Return|Function|"
            r"RedEyeMode|FlashCompensation|ImageStabilization)(\.\w+)*",
            0.2,
            SETTING,
        ),
        Rule(
            r"MakerNote\..*|Ciff\..*|FlashPix\..*|Kodak\..*|Xmp\.aux\..*|Xmp\.exif\.MakerNote|Jpeg\.APP\d+\.(Qualcomm|RMETA|AVI1)|"
            r"Heif\.(mpvd|sefd)(\..*)?|RelatedSoundFile|Flir\..*|PictureInfo\..*|Exif\.Kodak\..*|PrintImageMatching|"
            r"GCamera\..*|Xmp\.Device\..*|Samsung\..*",
            0.4,
            "it is a private note of the camera's maker, and can hold more than its name says",
        ),
    ),
)
